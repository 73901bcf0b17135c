package org.gongshi.generator.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as a test reads it: its tags one by one, strictly; every fault of form is kept. */
final class HtmlPage {
    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr", "img", "input", "wbr");
    /** In charts these are written as empty elements. */
    private static final Set<String> EMPTY = Set.of("line", "rect", "circle", "path");

    private static final Pattern TOKEN = Pattern.compile(
            "<!doctype html>|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-zA-Z][a-zA-Z0-9-]*(?:=\"[^\"<]*\")?)*)\\s*(/?)>|<");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z][a-zA-Z0-9-]*)(?:=\"([^\"]*)\")?");

    private final String html;
    private final List<Tag> tags = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    HtmlPage(String html) {
        this.html = html;
        read();
    }

    /** An opening tag with its attributes as written, and the text up to the next tag. */
    record Tag(String name, String attributes, String text) {
        Optional<String> attribute(String wanted) {
            Matcher matcher = ATTRIBUTE.matcher(attributes);
            while (matcher.find()) {
                if (matcher.group(1).equals(wanted)) {
                    return Optional.of(unescaped(matcher.group(2) == null ? "" : matcher.group(2)));
                }
            }
            return Optional.empty();
        }

        List<String> names() {
            return ATTRIBUTE
                    .matcher(attributes)
                    .results()
                    .map(one -> one.group(1))
                    .toList();
        }
    }

    List<Tag> tags() {
        return tags;
    }

    List<Tag> tags(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).toList();
    }

    /** The words of the page's heading, whatever marks stand between them. */
    String heading() {
        int from = html.indexOf('>', html.indexOf("<h1")) + 1;
        return unescaped(html.substring(from, html.indexOf("</h1>", from)).replaceAll("<[^>]*>", ""));
    }

    List<String> faults() {
        return faults;
    }

    List<String> ids() {
        return tags.stream().flatMap(tag -> tag.attribute("id").stream()).toList();
    }

    /** Contents of the meta items of a name. */
    List<String> meta(String name) {
        return tags("meta").stream()
                .filter(tag -> tag.attribute("name").filter(name::equals).isPresent())
                .map(tag -> tag.attribute("content").orElse(""))
                .toList();
    }

    private void read() {
        Deque<String> open = new ArrayDeque<>();
        Matcher matcher = TOKEN.matcher(html);
        while (matcher.find()) {
            String name = matcher.group(2);
            if (name == null) {
                if (!matcher.group().startsWith("<!")) {
                    faults.add("a < that begins no tag: " + near(matcher.start()));
                }
            } else if (!matcher.group(1).isEmpty()) {
                close(open, name, matcher.start());
            } else {
                int next = html.indexOf('<', matcher.end());
                String text = next < 0 ? "" : unescaped(html.substring(matcher.end(), next));
                tags.add(new Tag(name, matcher.group(3), text));
                if (!VOID.contains(name)
                        && !(EMPTY.contains(name) && !matcher.group(4).isEmpty())) {
                    open.push(name);
                }
            }
        }
        if (!open.isEmpty()) {
            faults.add("never closed: " + open);
        }
    }

    private void close(Deque<String> open, String name, int at) {
        if (open.isEmpty() || !open.peek().equals(name)) {
            faults.add("</" + name + "> closes " + open.peek() + ": " + near(at));
        } else {
            open.pop();
        }
    }

    private String near(int at) {
        return html.substring(Math.max(0, at - 60), Math.min(html.length(), at + 60));
    }

    static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
