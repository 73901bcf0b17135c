package org.gongshi.generator.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a page as the check needs: rows of tables by their id, and {@code data} elements. Pages are our own templates',
 * not any HTML; what does not look like them shows as a missing figure.
 */
record Markup(String html) {
    private static final Pattern CELL = Pattern.compile("<t[hd]\\b[^>]*>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("<data value=\"([^\"]*)\"[^>]*>(.*?)</data>", Pattern.DOTALL);

    static Markup of(byte[] bytes) {
        return new Markup(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The cells' texts of the row with that id. */
    Optional<List<String>> row(String id) {
        int from = html.indexOf("<tr id=\"" + id + "\"");
        int to = from < 0 ? -1 : html.indexOf("</tr>", from);
        if (to < 0) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(html.substring(from, to));
        while (matcher.find()) {
            cells.add(text(matcher.group(1)));
        }
        return Optional.of(cells);
    }

    /** Every {@code data} element: the exact value and what is shown. */
    List<Shown> data() {
        List<Shown> all = new ArrayList<>();
        Matcher matcher = DATA.matcher(html);
        while (matcher.find()) {
            all.add(new Shown(text(matcher.group(1)), text(matcher.group(2))));
        }
        return all;
    }

    /** One {@code data} element. */
    record Shown(String value, String text) {}

    /** What is read of a piece of markup. */
    static String text(String markup) {
        return markup.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
