package org.gongshi.generator.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Workbooks against the tables (数据工作簿): every sheet holds the cells of its CSV file, all of them and no other, as plain values in plain
 * formats. Read by a small reader of our own, so that the check shares nothing with the writer.
 */
final class WorkbookCheck {
    private static final Pattern BOOK = Pattern.compile("(data/(?:[0-9]{6}/)?[0-9]{4}/)data-[^/]*\\.xlsx");
    private static final Pattern PART = Pattern.compile(
            "\\[Content_Types\\]\\.xml|_rels/\\.rels|docProps/(?:app|core)\\.xml|xl/(?:workbook|styles|sharedStrings)\\.xml"
                    + "|xl/_rels/workbook\\.xml\\.rels|xl/worksheets/sheet[0-9]+\\.xml");
    private static final Pattern SHEET = Pattern.compile("<sheet name=\"([^\"]*)\"[^>]*sheetId=\"([0-9]+)\"[^>]*/>");
    private static final Pattern SHARED = Pattern.compile("<si><t[^>]*>(.*?)</t></si>", Pattern.DOTALL);
    private static final Pattern CELL =
            Pattern.compile("<c r=\"([A-Z]+)([0-9]+)\"([^>]*?)(?:/>|>(?:<v>([^<]*)</v>)?</c>)");
    private static final Pattern FORMAT = Pattern.compile("formatCode=\"([^\"]*)\"");
    private static final Pattern PLAIN = Pattern.compile("0(?:\\.0+)?|yyyy-mm-dd");
    /** A formula, a hidden row or column, joined cells, a drawing: nothing that a table of ours has. */
    private static final Pattern FOREIGN =
            Pattern.compile("<f[> ]|hidden=\"(?:1|true)\"|<mergeCell|<drawing|<hyperlink|state=\"hidden");

    private static final Set<String> OWN = Set.of("about", "dictionary");
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    /** 32,000 signs and the way to the CSV file: what is longer is cut. */
    private static final int LONGEST = 32_000;

    private static final int LARGEST = 256_000_000;

    private final SiteSource source;
    private final Recount recount;

    WorkbookCheck(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        for (String path : paths) {
            Matcher book = BOOK.matcher(path);
            if (book.matches() && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                recount.guarded(path, "XLSX", () -> book(path, book.group(1), unpacked(bytes.bytes()), paths));
            }
        }
    }

    private void book(String path, String folder, Map<String, String> parts, Set<String> paths) {
        parts.keySet()
                .forEach(part -> recount.require(path, part, PART.matcher(part).matches(), "工作簿里有多余的部分"));
        Matcher format = FORMAT.matcher(parts.getOrDefault("xl/styles.xml", ""));
        while (format.find()) {
            recount.require(path, "format", PLAIN.matcher(format.group(1)).matches(), "不应有的显示格式 " + format.group(1));
        }
        List<String> shared = new ArrayList<>();
        Matcher text = SHARED.matcher(parts.getOrDefault("xl/sharedStrings.xml", ""));
        while (text.find()) {
            shared.add(decoded(text.group(1)));
        }
        List<String> names = new ArrayList<>();
        Matcher sheet = SHEET.matcher(parts.getOrDefault("xl/workbook.xml", ""));
        while (sheet.find()) {
            names.add(sheet.group(1));
            recount.require(path, sheet.group(1), !sheet.group().contains("hidden"), "隐藏的工作表");
            String xml = parts.getOrDefault("xl/worksheets/sheet" + sheet.group(2) + ".xml", "");
            recount.require(path, sheet.group(1), !FOREIGN.matcher(xml).find(), "有公式、隐藏或合并的单元格、图形或链接");
            if (!OWN.contains(sheet.group(1))) {
                sheet(path, folder + sheet.group(1) + ".csv", cells(xml, shared));
            }
        }
        paths.stream()
                .filter(csv -> csv.startsWith(folder) && csv.endsWith(".csv"))
                .map(csv -> csv.substring(folder.length(), csv.length() - ".csv".length()))
                .forEach(name -> recount.require(path, name, names.contains(name), "缺少这个工作表"));
    }

    private void sheet(String path, String csv, Map<String, String> cells) {
        if (!(Reading.of(source, csv) instanceof Reading.Bytes bytes)) {
            recount.require(path, csv, false, "没有这个数据表");
            return;
        }
        CsvTable table = CsvTable.parse(bytes.bytes());
        Map<String, String> expected = new TreeMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            expected.put(name(column) + 1, table.columns().get(column));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                String cell = table.rows().get(row).get(table.columns().get(column));
                if (!cell.isEmpty()) {
                    expected.put(name(column) + (row + 2), cell);
                }
            }
        }
        expected.forEach((at, cell) -> recount.require(
                path,
                csv + " " + at,
                same(cell, cells.getOrDefault(at, "")),
                "应为 " + cell + "，工作簿里是 " + cells.get(at)));
        cells.keySet().forEach(at -> recount.require(path, csv + " " + at, expected.containsKey(at), "数据表里没有这一格"));
    }

    /** A value as it is stored: a text perhaps with the apostrophe that keeps it one, a date as a count of days. */
    private static boolean same(String cell, String stored) {
        if (stored.equals("t" + cell) || stored.equals("t'" + cell)) {
            return true;
        }
        if (stored.startsWith("b")) {
            return cell.equals(stored.equals("b1") ? "true" : "false");
        }
        if (stored.startsWith("n")) {
            String number = stored.substring(1);
            return cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? number.matches("[0-9]{1,6}(?:\\.0)?")
                            && FIRST_DAY
                                    .plusDays(new BigDecimal(number).intValue())
                                    .toString()
                                    .equals(cell)
                    : cell.matches("-?[0-9]+(\\.[0-9]+)?")
                            && number.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?(E-?[0-9]{1,2})?")
                            && new BigDecimal(cell).compareTo(new BigDecimal(number)) == 0;
        }
        return cell.length() > LONGEST && stored.startsWith("t" + cell.substring(0, LONGEST));
    }

    /** Kind (text, number, boolean) and value by the cell's name. */
    private static Map<String, String> cells(String xml, List<String> shared) {
        Map<String, String> cells = new TreeMap<>();
        Matcher cell = CELL.matcher(xml);
        while (cell.find()) {
            String value = cell.group(4);
            if (value != null) {
                String kind = cell.group(3);
                String stored = kind.contains("t=\"s\"")
                        ? "t" + shared.get(Integer.parseInt(value))
                        : (kind.contains("t=\"b\"") ? "b" : kind.matches(".*t=\"[^n].*") ? "?" : "n") + value;
                cells.put(cell.group(1) + cell.group(2), stored);
            }
        }
        return cells;
    }

    private static String name(int column) {
        String last = Character.toString((char) ('A' + column % 26));
        return column < 26 ? last : name(column / 26 - 1) + last;
    }

    /** Characters beyond ASCII are written as numbers. */
    private static String decoded(String xml) {
        return Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});")
                .matcher(xml)
                .replaceAll(one -> Matcher.quoteReplacement(Character.toString(
                        Integer.parseInt(one.group(2), one.group(1).isEmpty() ? 10 : 16))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static Map<String, String> unpacked(byte[] archive) {
        Map<String, String> parts = new TreeMap<>();
        int left = LARGEST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left);
                left -= bytes.length;
                if (left == 0 || parts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8)) != null) {
                    throw new IllegalArgumentException("工作簿太大，或一个部分出现两次");
                }
            }
        } catch (IOException fault) {
            throw new IllegalArgumentException("无法读取：" + Reasons.of(fault), fault);
        }
        return parts;
    }
}
