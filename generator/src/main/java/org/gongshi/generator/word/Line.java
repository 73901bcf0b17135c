package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;

/** The words of a paragraph with what Markdown can hold of their form. Not thread-safe. */
final class Line {
    /** How a piece of text looks. */
    record Form(boolean bold, boolean italic, String link) {
        static final Form PLAIN = new Form(false, false, "");
    }

    private record Piece(String text, Form form, boolean mark) {}

    private final List<Piece> pieces = new ArrayList<>();

    void add(String text, Form form) {
        pieces.add(new Piece(text, form, false));
    }

    /** A sign of ours, such as 〔注1〕: no mark of Markdown in it. */
    void mark(String text) {
        pieces.add(new Piece(text, Form.PLAIN, true));
    }

    void addAll(Line other) {
        pieces.addAll(other.pieces);
    }

    /** The words alone. */
    String plain() {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return oneLine(text.toString());
    }

    boolean isBlank() {
        return plain().isEmpty();
    }

    /** Whether all its words are bold. */
    boolean isBold() {
        return pieces.stream()
                .filter(piece -> !piece.mark() && !piece.text().isBlank())
                .allMatch(piece -> piece.form().bold());
    }

    /** As Markdown on one line; what stands in the document is text, never a mark of Markdown. */
    String markdown() {
        return markdown(true);
    }

    /** The same without bold and italics, as in a heading, which is bold by itself. */
    String heading() {
        return markdown(false);
    }

    private String markdown(boolean emphasis) {
        var text = new StringBuilder();
        int at = 0;
        while (at < pieces.size()) {
            String link = pieces.get(at).form().link();
            int from = at;
            while (at < pieces.size() && pieces.get(at).form().link().equals(link)) {
                at++;
            }
            String inner = joined(pieces.subList(from, at), emphasis);
            if (link.isEmpty() || inner.isBlank()) {
                text.append(inner);
                continue;
            }
            // A sign of exclamation right before it would make the link a picture.
            if (text.length() > 0 && text.charAt(text.length() - 1) == '!') {
                text.insert(text.length() - 1, '\\');
            }
            text.append("[" + oneLine(inner) + "](" + address(link) + ")");
        }
        return oneLine(text.toString());
    }

    private static String joined(List<Piece> same, boolean emphasis) {
        var text = new StringBuilder();
        int at = 0;
        while (at < same.size()) {
            Form form = same.get(at).form();
            var run = new StringBuilder();
            while (at < same.size() && same.get(at).form().equals(form)) {
                run.append(
                        same.get(at).mark()
                                ? same.get(at).text()
                                : escaped(same.get(at).text()));
                at++;
            }
            // Italics right beside bold text could not be told from it.
            boolean beside = text.toString().endsWith("*")
                    || at < same.size()
                            && same.get(at).form().bold()
                            && run.toString().equals(run.toString().stripTrailing());
            Form shown = new Form(form.bold(), form.italic() && !beside, form.link());
            text.append(emphasis ? emphasised(run.toString(), shown) : run);
        }
        return text.toString();
    }

    /** Blanks stand outside of the marks, or they would be asterisks; italics that end in punctuation could not be told from them. */
    private static String emphasised(String text, Form form) {
        String inner = text.strip();
        boolean italic = form.italic() && inner.matches("(?s)[\\p{L}\\p{N}].*[\\p{L}\\p{N}]|[\\p{L}\\p{N}]");
        String mark = form.bold() ? "**" : italic ? "*" : "";
        if (inner.isEmpty() || mark.isEmpty()) {
            return text;
        }
        int from = text.indexOf(inner);
        return text.substring(0, from) + mark + inner + mark + text.substring(from + inner.length());
    }

    private static String address(String link) {
        return link.replace("(", "%28")
                .replace(")", "%29")
                .replace(" ", "%20")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Figures in double braces stay figures; marks that turn or hide text go. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ")
                .replaceAll("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]", "")
                .replaceAll("([\\\\`*_\\[\\]<&])", "\\\\$1");
    }

    /** A paragraph that begins like a heading, a quotation, a list or code is none. */
    static String guarded(String paragraph) {
        return paragraph.replaceFirst("^([#>+~-])", "\\\\$1").replaceFirst("^([0-9]{1,9})([.)])", "$1\\\\$2");
    }
}
