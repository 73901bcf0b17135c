package org.gongshi.generator.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.site.Tongue;
import org.gongshi.templates.frame.Frame;

/**
 * The last step of a page that is not Chinese (译文成页): terms of the regulation and the punctuation that stands between pieces are said
 * in its language, what stays Chinese is marked as Chinese (WCAG 3.1.2), links to pages that exist in Chinese only say so
 * ({@code hreflang}). Any other Chinese character is a text without translation: such a page is not published.
 */
public final class Localization {
    private static final String TERM = "term.";
    /** Elements that hold text alone, or in which HTML has no {@code span}. */
    private static final Set<String> PLAIN = Set.of("title", "desc", "text", "tspan", "script", "option");

    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"#]*)[^\"]*\"[^>]*>", Pattern.DOTALL);
    private static final int SHOWN = 60;

    private final Frame frame;
    private final String page;
    private final StringBuilder out;
    private final List<String> missing = new ArrayList<>();
    private boolean inTag;
    private char quote;
    private int tagStart;
    private String element = "";
    private int at;

    private Localization(Frame frame, String page) {
        this.frame = frame;
        this.page = page;
        this.out = new StringBuilder(page.length() + page.length() / 8);
    }

    /**
     * A page in its language.
     *
     * @param missing the texts that have no translation, in their order; with any of them the page must not be published
     */
    public record Said(String page, List<String> missing) {
        public Said {
            missing = List.copyOf(missing);
        }
    }

    /** The page as its readers get it. */
    static Said of(Frame frame, String page) {
        Localization localization = new Localization(frame, page);
        localization.read();
        return new Said(localization.out.toString(), localization.missing);
    }

    private void read() {
        while (at < page.length()) {
            int c = page.codePointAt(at);
            if (c == Tongue.KEPT) {
                kept();
            } else if (c == Tongue.MISSING) {
                missing();
            } else if (Tongue.isHan(c)) {
                run();
            } else {
                if (Tongue.isPunctuation(c)) {
                    term(Character.toString(c));
                } else {
                    markup((char) c);
                    out.appendCodePoint(c);
                }
                at += Character.charCount(c);
                if (!inTag && c == '>') {
                    tagEnd();
                }
            }
        }
    }

    /** Follows tags and their attributes; a page of our templates is well formed. */
    private void markup(char c) {
        if (!inTag) {
            if (c == '<') {
                inTag = true;
                tagStart = out.length();
            }
        } else if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            inTag = false;
        }
    }

    private void tagEnd() {
        String tag = out.substring(tagStart);
        Matcher name = Pattern.compile("</?([a-zA-Z0-9]+)").matcher(tag);
        if (name.find()) {
            element = tag.startsWith("</") ? "" : name.group(1);
        }
        Matcher link = LINK.matcher(tag);
        if (link.matches() && isChinesePage(link.group(1)) && !tag.contains(" hreflang=")) {
            out.setLength(out.length() - 1);
            out.append(" hreflang=\"zh-CN\">");
        }
    }

    /** Whether a relative link leaves the language's tree for a page or a printed report. */
    private boolean isChinesePage(String target) {
        if (target.contains(":") || !target.endsWith("index.html") && !target.endsWith(".pdf")) {
            return false;
        }
        int up = 0;
        while (target.startsWith("../", up * 3)) {
            up++;
        }
        long depth = frame.address().chars().filter(c -> c == '/').count();
        return up == depth;
    }

    private void kept() {
        int end = page.indexOf(Tongue.KEPT_END, at);
        String text = page.substring(at + 1, end);
        out.append(inTag || PLAIN.contains(element) ? text : "<span lang=\"zh-CN\">" + text + "</span>");
        at = end + 1;
    }

    private void missing() {
        int end = page.indexOf(Tongue.MISSING_END, at);
        String text = page.substring(at + 1, end).replaceAll("<[^>]*>", "").strip();
        missing.add(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
        at = end + 1;
    }

    private void run() {
        int end = at;
        while (end < page.length() && Tongue.isHan(page.codePointAt(end))) {
            end += Character.charCount(page.codePointAt(end));
        }
        term(page.substring(at, end));
        at = end;
    }

    private void term(String chinese) {
        if (chinese.isBlank()) {
            // The wide space of Chinese typesetting.
            out.append(' ');
            return;
        }
        frame.words().find(TERM + chinese).ifPresentOrElse(out::append, () -> missing.add(chinese));
    }
}
