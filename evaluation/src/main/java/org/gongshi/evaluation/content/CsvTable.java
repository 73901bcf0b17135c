package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A table of comma-separated values with a header line (RFC 4180): commas, cells in double quotes where needed, CRLF or LF. A
 * byte order mark and empty lines at the end are passed over; cells are not trimmed.
 *
 * @param header the column names, all different
 * @param rows the lines below the header, each with as many cells as the header
 */
public record CsvTable(List<String> header, List<Row> rows) {
    private static final CsvFactory FACTORY =
            CsvFactory.builder().disable(CsvReadFeature.TRIM_SPACES).build();

    /**
     * A line of the table.
     *
     * @param line line number in the text where the row begins, from 1
     * @param cells the cells; an empty cell is an empty text
     */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A text is no such table: what is wrong and on which line (from 1). */
    public static final class Fault extends RuntimeException {
        private final int line;

        Fault(String message, int line) {
            super(message);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @throws Fault when quotes do not match, a column name is missing or doubled, or a row has more or fewer cells than
     *     the header
     */
    public static CsvTable parse(String text) {
        List<Row> lines = lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (!lines.isEmpty() && blank(lines.get(lines.size() - 1)) && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        if (lines.isEmpty() || blank(lines.get(0))) {
            throw new Fault("the text is empty, a header line was expected", 1);
        }
        List<String> header = lines.get(0).cells();
        checkHeader(header);
        List<Row> rows = lines.subList(1, lines.size());
        for (Row row : rows) {
            if (row.cells().size() != header.size()) {
                throw new Fault(
                        "the row has " + row.cells().size() + " cells, the header names " + header.size() + " columns",
                        row.line());
            }
        }
        return new CsvTable(header, rows);
    }

    /** Where the column stands, from 0, or −1. */
    public int column(String name) {
        return header.indexOf(name);
    }

    private static boolean blank(Row row) {
        return row.cells().size() == 1 && row.cells().get(0).isEmpty();
    }

    private static void checkHeader(List<String> header) {
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            if (name.isEmpty()) {
                throw new Fault("column " + (column + 1) + " has no name", 1);
            }
            if (!seen.add(name)) {
                throw new Fault("two columns are named " + name, 1);
            }
        }
    }

    private static List<Row> lines(String text) {
        List<Row> rows = new ArrayList<>();
        int line = 1;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<String> cells = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    cells.add(parser.getString());
                }
                rows.add(new Row(line, cells));
                line += 1 + breaks(cells);
            }
            return rows;
        } catch (JacksonException fault) {
            throw new Fault(fault.getOriginalMessage(), line);
        }
    }

    private static int breaks(List<String> cells) {
        return (int) cells.stream()
                .flatMapToInt(String::chars)
                .filter(each -> each == '\n')
                .count();
    }
}
