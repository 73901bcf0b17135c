package org.gongshi.survey.release;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the cells of a CSV text begin and end, quotes included, so that single cells can be exchanged and every other
 * character of the file stays as it is. For texts that the content reader has accepted already.
 */
public final class CsvCells {
    /** A cell: from its first character to behind its last. */
    public record Span(int from, int to) {

        /** The value without quotes and blanks around it. */
        public String value(String text) {
            String raw = text.substring(from, to).strip();
            boolean quoted = raw.length() >= 2 && raw.startsWith("\"") && raw.endsWith("\"");
            return quoted
                    ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"").strip()
                    : raw;
        }
    }

    private CsvCells() {}

    /** The records of the text, each a list of cells; a record without any character has one empty cell. */
    public static List<List<Span>> of(String text) {
        List<List<Span>> records = new ArrayList<>();
        List<Span> record = new ArrayList<>();
        int from = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"') {
                // Two quotes in a row end and begin again: inside stays inside.
                quoted = !quoted;
            } else if (!quoted && (character == ',' || character == '\n' || character == '\r')) {
                record.add(new Span(from, at));
                boolean pair = character == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
                at += pair ? 1 : 0;
                from = at + 1;
                if (character != ',') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            }
        }
        if (from < text.length() || !record.isEmpty()) {
            record.add(new Span(from, text.length()));
            records.add(record);
        }
        return records;
    }
}
