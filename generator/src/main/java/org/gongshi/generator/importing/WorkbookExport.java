package org.gongshi.generator.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.source.CsvFile;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.scoring.Indicator;

/** Content into a workbook to be filled in (导出工作簿), with what is known already; nothing of a file is lost on the way. */
public final class WorkbookExport {
    private final Kind kind;
    private final RoundKey round;
    private final ContentFolder folder;
    private final Findings findings;
    private final ContentReader content;
    private boolean fromSample;

    private WorkbookExport(Kind kind, RoundKey round, ContentFolder folder, Findings findings) {
        this.kind = kind;
        this.round = round;
        this.folder = folder;
        this.findings = findings;
        this.content = new ContentReader(folder, findings);
    }

    /** The bytes of the workbook; empty, with findings, when the content cannot be read or holds what no sheet shows. */
    public static Optional<byte[]> of(Kind kind, RoundKey round, ContentFolder folder, Findings findings) {
        return new WorkbookExport(kind, round, folder, findings).bytes();
    }

    private Optional<byte[]> bytes() {
        List<PlaceCode> places = content.round(round).map(Round::places).orElse(List.of());
        Map<Table, List<Map<String, String>>> sheets = switch (kind.shape()) {
            case CSV -> Map.of(kind.tables().get(0), kind == Kind.SCORES ? scores(places) : populations(places));
            case YAML -> yaml(KindPaths.path(kind, round));
            case PLACES -> places(places);
        };
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        Map<String, String> about = new LinkedHashMap<>();
        about.put("类型", kind.key());
        about.put("年度", round.year().toString());
        about.put("组织者", round.organizer().value());
        about.put("内容", kind.title());
        about.put("填写", "只改白色单元格；带下拉箭头的单元格请从列表选择；不要改表头和工作表名称");
        about.put("交回", "在控制台的“工作簿”页上传（没有控制台的，运行 ./gongshi import 文件名.xlsx）：全部核对无误才写入，有问题时逐格指出，什么也不改");
        if (fromSample) {
            about.put("来源", "邀请人数、学校数，学生和家长的总体人数，已按抽样记录（survey-sample.json）和抽样框填好；社会公众的总体人数请照统计资料填写");
        }
        about.put("保护", "表头的保护只防误改，口令为 gongshi");
        return Optional.of(new WorkbookWriter(codes(places)).write(about, sheets));
    }

    private Map<String, List<String>> codes(List<PlaceCode> places) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        Optional<Places> register = content.places();
        codes.put(
                "place",
                places.stream()
                        .map(code -> code + " "
                                + register.flatMap(all -> all.find(code))
                                        .map(Place::name)
                                        .orElse(""))
                        .toList());
        List<String> indicators = new ArrayList<>();
        List<String> areas = new ArrayList<>();
        content.indicators(round)
                .ifPresent(system -> system.areas().forEach(area -> {
                    areas.add(area.id() + " " + area.name());
                    area.indicators().forEach(indicator -> indicators.add(indicator.code() + " " + indicator.name()));
                }));
        codes.put("indicator", indicators);
        codes.put("area", areas);
        return codes;
    }

    private List<Map<String, String>> scores(List<PlaceCode> places) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (PlaceCode place : places) {
            content.indicators(round)
                    .ifPresent(system -> system.indicators()
                            .forEach((Indicator indicator) -> rows.put(
                                    place + " " + indicator.code(),
                                    new LinkedHashMap<>(Map.of(
                                            "place",
                                            place.value(),
                                            "indicator",
                                            indicator.code().toString())))));
        }
        written().forEach(row -> rows.put(row.get("place") + " " + row.get("indicator"), row));
        return List.copyOf(rows.values());
    }

    private List<Map<String, String>> populations(List<PlaceCode> places) {
        List<Map<String, String>> written = written();
        if (!written.isEmpty()) {
            return written;
        }
        Map<String, Map<String, String>> drawn = content.sample(round)
                .map(record -> SampleCounts.of(record.sample()))
                .orElse(Map.of());
        fromSample = !drawn.isEmpty();
        List<Map<String, String>> rows = new ArrayList<>();
        for (PlaceCode place : places) {
            for (Audience audience : Audience.values()) {
                Map<String, String> row =
                        new LinkedHashMap<>(Map.of("place", place.value(), "audience", audience.key()));
                Set<SchoolStage> stages = content.plan(round)
                        .map(plan -> Set.copyOf(plan.stages().getOrDefault(audience, List.of())))
                        .orElse(Set.of());
                if (stages.isEmpty()) {
                    rows.add(row);
                }
                for (SchoolStage stage : SchoolStage.values()) {
                    if (stages.contains(stage)) {
                        Map<String, String> staged = new LinkedHashMap<>(row);
                        staged.put("stage", stage.key());
                        rows.add(staged);
                    }
                }
            }
        }
        rows.forEach(row -> row.putAll(drawn.getOrDefault(SampleCounts.key(row), Map.of())));
        return rows;
    }

    /** The rows of the CSV file as it is. */
    private List<Map<String, String>> written() {
        List<Column> columns = kind.tables().get(0).columns();
        Optional<CsvFile> file = folder.openIfPresent(KindPaths.path(kind, round), findings)
                .flatMap(source -> CsvFile.read(source, paths(columns, false), paths(columns, true), findings));
        List<Map<String, String>> rows = new ArrayList<>();
        for (CsvRow row : file.map(CsvFile::rows).orElse(List.of())) {
            Map<String, String> cells = new LinkedHashMap<>();
            columns.stream().map(Column::path).filter(row::has).forEach(column -> cells.put(column, row.text(column)));
            rows.add(cells);
        }
        return rows;
    }

    private static List<String> paths(List<Column> columns, boolean optional) {
        return columns.stream()
                .filter(column -> column.optional() == optional)
                .map(Column::path)
                .toList();
    }

    private Map<Table, List<Map<String, String>>> places(List<PlaceCode> places) {
        Map<Table, List<Map<String, String>>> sheets = new LinkedHashMap<>();
        kind.tables().forEach(table -> sheets.put(table, new ArrayList<>()));
        for (PlaceCode place : places) {
            Optional<YamlNode> file = tree(KindPaths.path(kind, round, place));
            file.ifPresent(root ->
                    sheets.forEach((table, rows) -> Flatten.rows(root, table).forEach(row -> {
                        row.put("place", place.value());
                        rows.add(row);
                    })));
        }
        return sheets;
    }

    private Map<Table, List<Map<String, String>>> yaml(String name) {
        Map<Table, List<Map<String, String>>> sheets = new LinkedHashMap<>();
        Optional<YamlNode> root = tree(name);
        for (Table table : kind.tables()) {
            sheets.put(table, root.map(node -> Flatten.rows(node, table)).orElseGet(ArrayList::new));
        }
        return sheets;
    }

    /** The file as a tree, once it is certain that the sheets hold all of it. */
    private Optional<YamlNode> tree(String name) {
        Optional<SourceFile> file = folder.openIfPresent(name, findings);
        Optional<YamlNode> root = file.flatMap(source -> YamlTree.read(source, findings));
        root.ifPresent(node -> {
            List<Rows> sheets = new ArrayList<>();
            for (Table table : KindPaths.withoutPlace(kind)) {
                sheets.add(new Rows(
                        table,
                        Flatten.rows(node, table).stream()
                                .map(WorkbookExport::values)
                                .toList()));
            }
            if (!Node.plain(Unflatten.tree(sheets, findings)).equals(Node.plain(node))) {
                findings.error(file.get().at(), "文件中有工作簿没有的键，或空着的键", "请直接编辑这个文件，或删去空着的键");
            }
        });
        return root;
    }

    private static Map<String, Rows.Value> values(Map<String, String> row) {
        Map<String, Rows.Value> values = new LinkedHashMap<>();
        row.forEach((column, text) -> values.put(column, new Rows.Value(text, new CellAt(".", ".", 1, 1))));
        return values;
    }
}
