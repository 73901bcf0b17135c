package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;

/** Tables (表格) into Markdown's: every cell in its column, also where cells above or beside were merged. Not thread-safe. */
final class TableReader {
    private final Context context;
    private final int number;

    /** @param number of the table in the document, from 1 */
    TableReader(Context context, int number) {
        this.context = context;
        this.number = number;
    }

    /** Table and, where its first row is one cell over all columns, that cell as a line before it. */
    List<String> blocks(Xml table) {
        List<List<String>> rows = new ArrayList<>();
        int line = 0;
        for (Xml row : parts(table, "w:tr")) {
            line++;
            if (isThere(row, line)) {
                rows.add(cells(row, line));
            }
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (rows.stream().allMatch(row -> row.stream().allMatch(String::isEmpty))) {
            return List.of();
        }
        List<String> blocks = new ArrayList<>();
        boolean titled = rows.size() > 2 && isOne(rows.get(0), width);
        if (titled) {
            blocks.add(Line.guarded(rows.remove(0).get(0)));
        }
        blocks.add(markdown(rows, width));
        return blocks;
    }

    private static boolean isOne(List<String> row, int width) {
        return width > 1
                && row.size() == width
                && !row.get(0).isEmpty()
                && row.stream().skip(1).allMatch(String::isEmpty);
    }

    /** The only cell of a table that is nothing but a frame; empty for any other. */
    static List<Xml> frame(Xml table) {
        List<Xml> rows = parts(table, "w:tr");
        List<Xml> cells = rows.size() == 1 ? parts(rows.get(0), "w:tc") : List.of();
        return cells.size() == 1 ? cells : List.of();
    }

    private boolean isThere(Xml row, int line) {
        context.ledger().at("第 " + number + " 个表第 " + line + " 行");
        if (row.at("w:trPr", "w:del").isPresent()) {
            context.ledger().left(row, Loss.DELETED);
            return false;
        }
        if (row.at("w:trPr", "w:hidden").isPresent()) {
            context.ledger().left(row, Loss.HIDDEN);
            return false;
        }
        if (row.at("w:trPr", "w:ins").isPresent()) {
            context.ledger().tell(Loss.INSERTED, row.words());
        }
        return true;
    }

    private List<String> cells(Xml row, int line) {
        List<String> cells = new ArrayList<>();
        blanks(cells, row.value("w:trPr", "w:gridBefore"));
        int place = 0;
        for (Xml cell : parts(row, "w:tc")) {
            place++;
            String where = "第 " + number + " 个表第 " + line + " 行第 " + place + " 格";
            context.ledger().at(where);
            if (cell.at("w:tcPr", "w:cellDel").isPresent()) {
                context.ledger().left(cell, Loss.DELETED);
                continue;
            }
            String text = text(cell);
            context.ledger().at(where);
            int span = number(cell.value("w:tcPr", "w:gridSpan"));
            if (span > 1
                    || cell.value("w:tcPr", "w:vMerge").equals("restart")
                    || cell.value("w:tcPr", "w:hMerge").equals("restart")) {
                context.ledger().tell(Loss.MERGED, text);
            }
            cells.add(text.replace("|", "\\|"));
            blanks(cells, Integer.toString(span - 1));
        }
        blanks(cells, row.value("w:trPr", "w:gridAfter"));
        return cells;
    }

    private static int number(String written) {
        return written.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(written)) : 1;
    }

    private static void blanks(List<String> cells, String number) {
        int more = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
        for (int index = 0; index < more; index++) {
            cells.add("");
        }
    }

    private String text(Xml element) {
        List<String> texts = new ArrayList<>();
        for (Xml child : element.children()) {
            switch (child.name()) {
                case "w:p" -> texts.add(paragraph(child));
                case "w:tbl" -> {
                    String inner = nested(child);
                    context.ledger().tell(Loss.NESTED, inner);
                    texts.add(inner);
                }
                case "w:tcPr", "w:sdtPr" -> context.ledger().passed(child);
                case "w:altChunk" -> context.ledger().tell(Loss.INCLUDED, "");
                default -> texts.add(text(child));
            }
        }
        texts.removeIf(String::isBlank);
        return String.join(" ", texts);
    }

    private String paragraph(Xml paragraph) {
        RunReader.Read read = RunReader.read(context, paragraph, true);
        String text = read.line().markdown();
        if (!text.isBlank() || paragraph.words().isBlank()) {
            String label = context.styles()
                    .number(paragraph)
                    .flatMap(context.numbering()::next)
                    .map(BlockReader::written)
                    .orElse("");
            text = text.isBlank() ? label(label) : label + text;
        }
        for (String picture : read.pictures()) {
            text = (text + " " + picture).strip();
        }
        for (Xml box : read.boxes()) {
            text = (text + " " + text(box)).strip();
        }
        return text;
    }

    /** Cells that hold nothing but a running number are common. */
    private static String label(String label) {
        return label.equals("• ") ? "" : label.strip();
    }

    private String nested(Xml table) {
        List<String> texts = new ArrayList<>();
        for (Xml row : parts(table, "w:tr")) {
            for (Xml cell : parts(row, "w:tc")) {
                texts.add(text(cell));
            }
        }
        texts.removeIf(String::isBlank);
        return String.join(" ", texts);
    }

    /** Rows of a table or cells of a row, also those within content controls and other wrappers. */
    private static List<Xml> parts(Xml element, String name) {
        List<Xml> parts = new ArrayList<>();
        for (Xml child : element.children()) {
            if (child.is(name)) {
                parts.add(child);
            } else if (!child.is("w:tc") && !child.is("w:tbl")) {
                parts.addAll(parts(child, name));
            }
        }
        return parts;
    }

    private static String markdown(List<List<String>> rows, int width) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            blanks(row, Integer.toString(width - row.size()));
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(width));
            }
        }
        return String.join("\n", lines);
    }
}
