package org.gongshi.evaluation.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.WayCount;

/**
 * A corrected release beside an earlier one of the same round (更正审计): their difference is a table too. A figure may change only
 * because nobody's answers changed (the plan or the populations did, publicly) or because ten people's or more did; what
 * one version withholds the other must not show.
 */
public final class RevisionAudit {
    /** Two numbers rounded to five that differ by so much stand for at least eleven people; by ten, perhaps for six. */
    private static final long LEAST_DIFFERENCE = 15;

    private final ReleasedResults earlier;
    private final ReleasedResults later;
    private final Location at;
    private final List<Finding> findings = new ArrayList<>();

    private RevisionAudit(ReleasedResults earlier, ReleasedResults later, Location at) {
        this.earlier = Objects.requireNonNull(earlier, "earlier");
        this.later = Objects.requireNonNull(later, "later");
        this.at = Objects.requireNonNull(at, "at");
    }

    /**
     * What the two versions together give away; empty when nothing.
     *
     * @param at the later file
     */
    public static List<Finding> of(ReleasedResults earlier, ReleasedResults later, Location at) {
        var audit = new RevisionAudit(earlier, later, at);
        earlier.results().forEach(audit::row);
        later.results().stream()
                .filter(row -> audit.same(earlier, row).isEmpty())
                .forEach(row -> audit.error(row, "", "是先前版本没有的一行"));
        new AnalysisRevision(earlier, later, audit::error).run();
        audit.together();
        audit.ways();
        return List.copyOf(audit.findings);
    }

    /** Both versions as one set of tables, where something public changed between them. */
    private void together() {
        Map<String, List<AudienceResult>> groups = new TreeMap<>();
        later.results().stream()
                .filter(row -> same(earlier, row).isPresent())
                .forEach(row -> groups.computeIfAbsent(
                                row.audience().ordinal() + " " + row.mode().ordinal(), absent -> new ArrayList<>())
                        .add(row));
        groups.values().forEach(rows -> {
            pair(rows).ifPresent(RevisionPair::run);
            pair(rows.stream().filter(row -> row.stage().isEmpty()).toList()).ifPresent(RevisionPair::items);
        });
    }

    private Optional<RevisionPair> pair(List<AudienceResult> rows) {
        List<AudienceResult> before =
                rows.stream().map(row -> same(earlier, row).orElseThrow()).toList();
        if (before.equals(rows)) {
            return Optional.empty();
        }
        PlaceCode organizer = later.round().organizer();
        return Optional.of(new RevisionPair(
                new RowTree(organizer, before), new RowTree(organizer, rows), (row, what) -> error(row, "", what)));
    }

    /** Where both versions tell how the answers came in. */
    private void ways() {
        for (WayCount before : earlier.collected().ways()) {
            later.collected().ways().stream()
                    .filter(now -> now.audience() == before.audience() && now.way() == before.way())
                    .findFirst()
                    .ifPresent(now -> count(
                            before.audience().label() + " " + before.way().label() + "答卷数",
                            before.sheets(),
                            now.sheets()));
        }
    }

    private Optional<AudienceResult> same(ReleasedResults in, AudienceResult row) {
        return in.results().stream()
                .filter(other -> other.place().equals(row.place())
                        && other.audience() == row.audience()
                        && other.mode() == row.mode()
                        && other.stage().equals(row.stage()))
                .findFirst();
    }

    private void row(AudienceResult before) {
        Optional<AudienceResult> found = same(later, before);
        if (found.isEmpty()) {
            error(before, "", "在更正版中没有了");
            return;
        }
        AudienceResult now = found.get();
        boolean reweighted = !earlier.plan().equals(later.plan())
                || !earlier.deviations().equals(later.deviations())
                || !earlier.method().equals(later.method())
                || before.population() != now.population()
                || before.invited() != now.invited();
        count(before, before.responded(), now.responded());
        estimate(before, "指数", before.index(), now.index(), reweighted);
        estimate(before, "满意率", before.satisfied(), now.satisfied(), reweighted);
        lines(before, now, reweighted);
        for (ItemResult item : before.items()) {
            now.items().stream()
                    .filter(other -> other.code().equals(item.code()))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> item(before, item, other, reweighted),
                            () -> error(before, item.code(), "在更正版中没有了"));
        }
    }

    /** The unweighted line does not know the weights: it changes with the answers alone. */
    private void lines(AudienceResult before, AudienceResult now, boolean reweighted) {
        Optional<Sensitivity> old = before.sensitivity();
        Optional<Sensitivity> fresh = now.sensitivity();
        count(before, "存疑答卷数", old.flatMap(Sensitivity::doubted), fresh.flatMap(Sensitivity::doubted));
        boolean answersChanged = difference(before.index(), now.index()) >= LEAST_DIFFERENCE;
        line(
                before,
                "不加权指数",
                old.flatMap(Sensitivity::unweighted),
                fresh.flatMap(Sensitivity::unweighted),
                answersChanged);
        boolean doubtsChanged = !old.flatMap(Sensitivity::doubted).equals(fresh.flatMap(Sensitivity::doubted));
        line(
                before,
                "剔除存疑后的指数",
                old.flatMap(Sensitivity::withoutDoubted),
                fresh.flatMap(Sensitivity::withoutDoubted),
                answersChanged || reweighted || doubtsChanged);
    }

    private void line(
            AudienceResult row, String name, Optional<BigDecimal> before, Optional<BigDecimal> now, boolean mayChange) {
        if (before.isPresent() != now.isPresent()) {
            error(row, name, "只在一个版本中公布");
        } else if (!before.equals(now) && !mayChange) {
            error(row, name, "改变了，但人数没有变或只差几个人");
        }
    }

    private void count(AudienceResult row, Optional<Long> before, Optional<Long> now) {
        count(row, "答卷数", before, now);
    }

    private void count(AudienceResult row, String name, Optional<Long> before, Optional<Long> now) {
        count(name(row) + " " + name, before, now);
    }

    private void count(String name, Optional<Long> before, Optional<Long> now) {
        if (before.isPresent() != now.isPresent()) {
            error(name + "只在一个版本中公布");
        } else if (before.isPresent() && isFew(Math.abs(before.get() - now.get()))) {
            error(name + "相差 " + Math.abs(before.get() - now.get()) + "，可能只涉及几个人");
        }
    }

    private void item(AudienceResult row, ItemResult before, ItemResult now, boolean reweighted) {
        estimate(row, before.code() + " 平均分", before.mean(), now.mean(), reweighted);
        estimate(row, before.code() + " 满意率", before.satisfied(), now.satisfied(), reweighted);
        boolean sharesChanged =
                !before.shares().equals(now.shares()) || !before.dontKnow().equals(now.dontKnow());
        if (sharesChanged && !reweighted && difference(before.satisfied(), now.satisfied()) < LEAST_DIFFERENCE) {
            error(row, before.code() + " 分布", "改变了，但人数没有变或只差几个人");
        }
    }

    private void estimate(AudienceResult row, String name, Estimate before, Estimate now, boolean reweighted) {
        if (before.equals(now)) {
            return;
        }
        boolean once = before instanceof Estimate.Shown != now instanceof Estimate.Shown;
        if (once) {
            error(row, name, "只在一个版本中公布");
        } else if (before instanceof Estimate.Shown) {
            long difference = difference(before, now);
            if (isFew(difference)) {
                error(row, name, "的人数相差 " + difference + "，可能只涉及几个人");
            } else if (difference == 0 && !reweighted) {
                error(row, name, "改变了，而方案、方法、总体和人数都没有变");
            }
        }
    }

    private static boolean isFew(long difference) {
        return difference > 0 && difference < LEAST_DIFFERENCE;
    }

    private static long difference(Estimate before, Estimate now) {
        return before instanceof Estimate.Shown old && now instanceof Estimate.Shown fresh
                ? Math.abs(old.n() - fresh.n())
                : 0;
    }

    private void error(AudienceResult row, String name, String what) {
        error(name(row) + (name.isEmpty() ? "" : " " + name) + what);
    }

    private static String name(AudienceResult row) {
        return row.place() + " " + row.audience().label()
                + row.stage().map(stage -> " " + stage.label()).orElse("");
    }

    private void error(String what) {
        findings.add(Finding.error(at, "更正审计：" + what, "更正须涉及 0 人或至少 10 人；不能满足的，保留原公布值并另行说明"));
    }
}
