package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * The disclosure audit of a release (披露审计): what a reader of all its tables together could work out about few people. Purely
 * from the published rows and the published plan. An empty answer means: no hidden number is narrower than the policy
 * allows. Remembers the tables it has seen, so that a release that is mended step by step stays quick. Not thread-safe.
 */
@Article(9)
public final class DisclosureAudit {
    private static final int MOST_TOLD = 20;

    private final Scale scale;
    private final Map<ItemTable, List<Exposure>> seen = new HashMap<>();
    private final Map<Lone, ItemBlock> blocks = new HashMap<>();

    /** @param plan whose mapping and satisfied options the figures follow */
    public DisclosureAudit(SurveyPlan plan) {
        this.scale = new Scale(Objects.requireNonNull(plan, "plan"));
    }

    /** One audience in one mode: what nothing of another audience can help to take apart. */
    private record Group(PlaceCode organizer, List<AudienceResult> rows) {}

    /** One item in one row, by itself. */
    private record Lone(int items, ItemTable.Line line) {}

    private ItemBlock block(int items, ItemTable.Line line) {
        return blocks.computeIfAbsent(
                new Lone(items, line), key -> new ItemBlock(scale, ItemFacts.of(scale, items, line)));
    }

    /**
     * Everything that the rows give away, in the order of the rows.
     *
     * @param organizer code of the whole
     * @param rows of all audiences and modes
     */
    public List<Exposure> of(PlaceCode organizer, List<AudienceResult> rows) {
        Map<String, List<AudienceResult>> groups = new TreeMap<>();
        for (AudienceResult row : rows) {
            String key = row.audience().ordinal() + " " + row.mode().ordinal();
            groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
        }
        List<Exposure> found = new ArrayList<>();
        groups.values().forEach(group -> found.addAll(group(new Group(organizer, List.copyOf(group)))));
        return found;
    }

    /**
     * The same as errors for the office: the first of them, each with its cell and remedy, then how many more.
     *
     * @param at the file that is audited
     */
    public List<Finding> findings(Location at, PlaceCode organizer, List<AudienceResult> rows) {
        List<Exposure> found = of(organizer, rows);
        List<Finding> findings = new ArrayList<>();
        found.stream()
                .limit(MOST_TOLD)
                .forEach(exposure -> findings.add(Finding.error(
                        at, "披露审计：" + exposure.describe(), exposure.kind().remedy())));
        if (found.size() > MOST_TOLD) {
            findings.add(Finding.error(
                    at, "披露审计：另有 " + (found.size() - MOST_TOLD) + " 处可被推出", "由 survey release 重新发布，不要手工改动"));
        }
        return findings;
    }

    private List<Exposure> group(Group group) {
        List<Exposure> found = new ArrayList<>();
        int items =
                group.rows().stream().mapToInt(row -> row.items().size()).max().orElse(0);
        var tree = new RowTree(group.organizer(), group.rows());
        group.rows().forEach(row -> new FigureCheck(row, items, found).run());
        new SheetAudit(tree).run(found);
        FigureAudit.ofIndex(tree, items).run(found);
        FigureAudit.ofRate(tree, items).run(found);
        group.rows().forEach(row -> new RateAudit(row).run(found));
        tables(group, items)
                .forEach(table -> found.addAll(seen.computeIfAbsent(
                        table, key -> ItemAudit.of(scale, table, line -> block(items, line)))));
        return found;
    }

    /** One table an item, over the rows of all stages together. */
    private static List<ItemTable> tables(Group group, int items) {
        List<AudienceResult> rows =
                group.rows().stream().filter(row -> row.stage().isEmpty()).toList();
        Optional<AudienceResult> whole = rows.stream()
                .filter(row -> row.place().equals(group.organizer()))
                .findFirst();
        List<String> codes = rows.stream()
                .flatMap(row -> row.items().stream())
                .map(ItemResult::code)
                .distinct()
                .toList();
        List<ItemTable> tables = new ArrayList<>();
        for (String code : codes) {
            List<ItemTable.Line> lines = new ArrayList<>();
            lines.add(whole.map(row -> line(row, code)).orElse(nowhere(group.organizer())));
            rows.stream().filter(row -> whole.filter(row::equals).isEmpty()).forEach(row -> lines.add(line(row, code)));
            AudienceResult first = rows.get(0);
            tables.add(new ItemTable(first.audience(), first.mode(), code, items, lines));
        }
        return tables;
    }

    /** In place of a whole that is not published. */
    private static ItemTable.Line nowhere(PlaceCode organizer) {
        var hidden = new Estimate.Withheld(Estimate.Reason.NO_ANSWERS);
        return new ItemTable.Line(organizer, 0, Optional.empty(), hidden, Optional.empty());
    }

    private static ItemTable.Line line(AudienceResult row, String code) {
        Optional<ItemResult> item =
                row.items().stream().filter(found -> found.code().equals(code)).findFirst();
        return new ItemTable.Line(row.place(), row.population(), row.responded(), row.index(), item);
    }
}
