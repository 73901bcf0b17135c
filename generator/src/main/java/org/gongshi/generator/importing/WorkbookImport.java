package org.gongshi.generator.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;

/** A filled workbook into the plain files of the content (导入工作簿). */
final class WorkbookImport {
    private final String file;
    private final byte[] bytes;
    private final ContentFolder folder;
    private final Findings findings;
    private final WorkbookReader reader;
    private Optional<Kind> kind = Optional.empty();

    WorkbookImport(String file, byte[] bytes, ContentFolder folder, Findings findings) {
        this.file = file;
        this.bytes = bytes;
        this.folder = folder;
        this.findings = findings;
        this.reader = new WorkbookReader(file, findings);
    }

    /** The files that the workbook stands for; none, with findings, when it cannot be read. */
    List<PlainFile> files() {
        Map<String, String> about = reader.about(bytes);
        if (findings.hasErrors()) {
            return List.of();
        }
        kind = Kind.of(about.getOrDefault("类型", ""));
        if (kind.isEmpty()) {
            findings.error(Location.of(file), "工作表“说明”没有写明工作簿的类型，或没有这张工作表", "请用导出的工作簿填写，不要删改“说明”");
            return List.of();
        }
        Optional<RoundKey> round = round(about);
        if (round.isEmpty()) {
            return List.of();
        }
        List<Rows> sheets = reader.rows(bytes, kind.get().tables());
        if (sheets.isEmpty()) {
            return List.of();
        }
        if (kind.get().shape() == Kind.Shape.CSV) {
            shorter(KindPaths.path(kind.get(), round.get()), sheets.get(0));
        }
        // Rows that belong to nothing are errors already; all others are still held against the rules, so that all
        // faults are told at once.
        return files(kind.get(), round.get(), sheets);
    }

    /** A workbook stands for the whole file: what is not in it is gone. */
    private void shorter(String path, Rows sheet) {
        long before = folder.openIfPresent(path, new Findings())
                .flatMap(source -> source.text(new Findings()))
                .map(text ->
                        Math.max(0, text.lines().filter(line -> !line.isBlank()).count() - 1))
                .orElse(0L);
        int now = sheet.rows().size();
        Location at = new CellAt(file, sheet.table().name(), 1, 1).location();
        if (now == 0 && before > 0) {
            findings.error(at, "工作表没有一行内容，现有的 " + before + " 行都会失去", "请核对文件；确实要清空时，请直接编辑 " + path);
        } else if (now < before) {
            findings.warning(
                    at,
                    "比现有内容少 " + (before - now) + " 行（现有 " + before + " 行，工作簿 " + now + " 行）",
                    "工作簿代替整个文件：请核对有没有误删的行");
        }
    }

    /** What the workbook calls the words of the content; empty when it does not say what it is. */
    Optional<CellWords> words() {
        return kind.map(CellWords::of);
    }

    private Optional<RoundKey> round(Map<String, String> about) {
        String year = about.getOrDefault("年度", "");
        String organizer = about.getOrDefault("组织者", "");
        if (!year.matches("2[0-9]{3}") || !PlaceCode.isValid(organizer)) {
            findings.error(Location.of(file), "工作表“说明”没有写明年度和组织者", "请用导出的工作簿填写，不要删改“说明”");
            return Optional.empty();
        }
        RoundKey key = new RoundKey(new EvaluationYear(Integer.parseInt(year)), new PlaceCode(organizer));
        List<RoundKey> known = new ContentReader(folder, new Findings()).rounds();
        if (!known.contains(key)) {
            findings.error(
                    Location.of(file),
                    "这是 " + year + " 年 " + organizer + " 的工作簿，内容中没有这一轮",
                    "内容中有：" + known.stream().map(Object::toString).collect(Collectors.joining("、")) + "；请导出这一轮的工作簿填写");
            return Optional.empty();
        }
        return Optional.of(key);
    }

    private List<PlainFile> files(Kind kind, RoundKey round, List<Rows> sheets) {
        return switch (kind.shape()) {
            case CSV -> List.of(PlainWriter.csv(KindPaths.path(kind, round), sheets.get(0)));
            case YAML -> List.of(yaml(kind, KindPaths.path(kind, round), sheets));
            case PLACES -> places(kind, round, sheets);
        };
    }

    private PlainFile yaml(Kind kind, String name, List<Rows> sheets) {
        return PlainWriter.yaml(name, kind.title(), KindPaths.schema(kind), Unflatten.tree(sheets, findings));
    }

    private List<PlainFile> places(Kind kind, RoundKey round, List<Rows> sheets) {
        Set<PlaceCode> known = new TreeSet<>(new ContentReader(folder, findings)
                .round(round)
                .map(Round::places)
                .orElse(List.of()));
        Set<PlaceCode> named = new TreeSet<>();
        sheets.forEach(sheet -> sheet.rows().forEach(row -> place(row, known).ifPresent(named::add)));
        List<PlainFile> files = new ArrayList<>();
        List<Table> tables = KindPaths.withoutPlace(kind);
        for (PlaceCode place : named) {
            List<Rows> own = new ArrayList<>();
            for (int index = 0; index < tables.size(); index++) {
                own.add(of(place, tables.get(index), sheets.get(index)));
            }
            files.add(yaml(kind, KindPaths.path(kind, round, place), own));
        }
        for (PlaceCode place : known) {
            String name = KindPaths.path(kind, round, place);
            if (!named.contains(place) && folder.has(name)) {
                findings.warning(Location.of(file), "工作簿中没有 " + place + " 的任何一行", name + " 未改动；确实没有内容时，请直接编辑该文件");
            }
        }
        return files;
    }

    private Optional<PlaceCode> place(Map<String, Rows.Value> row, Set<PlaceCode> known) {
        Rows.Value value = row.get("place");
        if (value == null || !PlaceCode.isValid(value.text()) || !known.contains(new PlaceCode(value.text()))) {
            CellAt at = value == null ? row.values().iterator().next().at() : value.at();
            findings.error(at.location(), "没有写明地区，或地区不在本轮", "请从列表中选择地区");
            return Optional.empty();
        }
        return Optional.of(new PlaceCode(value.text()));
    }

    private static Rows of(PlaceCode place, Table table, Rows sheet) {
        List<Map<String, Rows.Value>> rows = new ArrayList<>();
        for (Map<String, Rows.Value> row : sheet.rows()) {
            if (row.containsKey("place") && row.get("place").text().equals(place.value())) {
                Map<String, Rows.Value> rest = new LinkedHashMap<>(row);
                rest.remove("place");
                rows.add(rest);
            }
        }
        return new Rows(table, rows);
    }
}
