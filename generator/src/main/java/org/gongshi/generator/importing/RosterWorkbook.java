package org.gongshi.generator.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.RosterFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.SpreadsheetCell;
import org.gongshi.evaluation.draw.Roster;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.Places;
import org.gongshi.generator.importing.Column.Type;

/**
 * The roster of inspectors (督学名册) as a workbook, or as a CSV with Chinese headings: both become the one plain form whose digest is
 * promised, so that the same people have the same digest however they were written down. Faults are told by the address of the cell.
 */
public final class RosterWorkbook {
    /** The word for it on the command line. */
    public static final String KEY = "roster";

    private static final Table TABLE = new Table(
            "督学名册",
            "",
            List.of(
                    Column.text("id", "编号", 12),
                    Column.text("name", "姓名", 14),
                    Column.cell("home", "工作地区", Type.CODE),
                    Column.text("avoids", "回避地区", 30),
                    Column.text("group", "专业类别", 16),
                    Column.bool("available", "能否参加")));

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private RosterWorkbook() {}

    /** An empty workbook with the places of the register to pick from. */
    public static byte[] template(ContentFolder folder) {
        List<String> places = new ContentReader(folder, new Findings())
                .places().map(Places::all).orElse(List.of()).stream()
                        .map((Place place) -> place.code() + " " + place.name())
                        .toList();
        Map<String, String> about = new LinkedHashMap<>();
        about.put("类型", KEY);
        about.put("内容", "实地检查督学名册（第十条）");
        about.put("填写", "一行一名督学；编号各不相同；姓名按公布的写，可以留空；工作地区从列表选择，自治区机关的留空");
        about.put("回避", "“回避地区”写不得检查的其他地区的六位代码，几个的用空格隔开；自己的工作地区及其上下级自动回避，不用写");
        about.put("类别", "“专业类别”使每组各类人员人数相当；不分类的全部留空");
        about.put("交回", "在控制台的“抽取检查组”页上传（没有控制台的，用 ./gongshi draw-seed --roster 名册.xlsx）");
        about.put("保护", "表头的保护只防误改，口令为 gongshi");
        return new WorkbookWriter(Map.of("home", places)).write(about, Map.of(TABLE, List.of()));
    }

    /**
     * The roster in its plain form. A CSV file that has that form already keeps every byte; empty, with findings, when anything is wrong.
     *
     * @param name of the file, for findings
     */
    public static Optional<SourceFile> plain(String name, byte[] bytes, Findings findings) {
        if (isWorkbook(name, bytes)) {
            return workbook(name, bytes, findings);
        }
        var file = new SourceFile(name, headed(new String(bytes, StandardCharsets.UTF_8), bytes));
        return RosterFile.read(file, findings).map((Roster read) -> file);
    }

    private static boolean isWorkbook(String name, byte[] bytes) {
        boolean zip =
                bytes.length > ZIP.length && java.util.Arrays.equals(java.util.Arrays.copyOf(bytes, ZIP.length), ZIP);
        return zip || name.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(xlsx|xls|et|ods)");
    }

    /** The headings of a CSV in the words of the plain form; everything else stays, and so does a file that has them already. */
    private static byte[] headed(String text, byte[] bytes) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int end = whole.indexOf('\n');
        String first = (end < 0 ? whole : whole.substring(0, end)).replace("\r", "");
        List<String> headings = new ArrayList<>();
        boolean changed = false;
        for (String cell : first.split(",", -1)) {
            String heading = cell.strip().replaceAll("^\"|\"$", "");
            Optional<Column> column = TABLE.columns().stream()
                    .filter(one -> one.label().equals(heading) || one.heading().equals(heading))
                    .findFirst();
            changed |= column.isPresent();
            headings.add(column.map(Column::path).orElse(cell));
        }
        if (!changed) {
            return bytes;
        }
        String rest = end < 0 ? "" : whole.substring(end);
        // 是 and 否 stand at the end of a line or between commas.
        String answers = rest.replaceAll("(?m)(?<=,|^)[ \\t]*是[ \\t]*(?=,|\\r?$)", "true")
                .replaceAll("(?m)(?<=,|^)[ \\t]*否[ \\t]*(?=,|\\r?$)", "false");
        return (String.join(",", headings) + answers).getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<SourceFile> workbook(String name, byte[] bytes, Findings findings) {
        var own = new Findings();
        List<Rows> sheets = new WorkbookReader(name, own).rows(bytes, List.of(TABLE));
        Optional<SourceFile> file = Optional.empty();
        if (!sheets.isEmpty()) {
            PlainFile plain = PlainWriter.csv(name, guarded(sheets.get(0)));
            var source = new SourceFile(name, plain.bytes());
            var told = new Findings();
            file = RosterFile.read(source, told).map((Roster read) -> source);
            CellWords words = CellWords.of(List.of(TABLE));
            told.sorted().forEach(finding -> own.add(words.at(cell(finding, plain, name), finding)));
        }
        own.sorted().forEach(findings::add);
        return own.hasErrors() ? Optional.empty() : file;
    }

    /** It is handed out as a CSV, which somebody opens in a spreadsheet. */
    private static Rows guarded(Rows sheet) {
        List<Map<String, Rows.Value>> rows = new ArrayList<>();
        for (Map<String, Rows.Value> row : sheet.rows()) {
            Map<String, Rows.Value> guarded = new LinkedHashMap<>();
            row.forEach((column, value) ->
                    guarded.put(column, new Rows.Value(SpreadsheetCell.guarded(value.text()), value.at())));
            rows.add(guarded);
        }
        return new Rows(sheet.table(), rows, sheet.columns());
    }

    private static Location cell(Finding finding, PlainFile plain, String name) {
        Map<String, CellAt> cells = plain.cells().getOrDefault(finding.at().line(), Map.of());
        CellAt at = cells.get(finding.at().field());
        return at != null
                ? at.location()
                : cells.values().stream()
                        .findFirst()
                        .map(CellAt::location)
                        .orElse(new CellAt(name, TABLE.name(), 1, 1).location());
    }
}
