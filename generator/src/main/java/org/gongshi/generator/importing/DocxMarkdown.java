package org.gongshi.generator.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Headings, paragraphs, lists, tables and notes of a Word document as Markdown; what Markdown cannot hold is a finding. */
final class DocxMarkdown {
    /**
     * A report as it was written in Word.
     *
     * @param title text of the document's title, where it has one
     */
    record Report(Optional<String> title, String body) {}

    private static final String PLAIN = "0123456789+-=()n";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    private final String file;
    private final Findings findings;
    private final List<String> blocks = new ArrayList<>();
    private Optional<String> title = Optional.empty();

    private DocxMarkdown(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static Report of(String file, Element document, Findings findings) {
        DocxMarkdown markdown = new DocxMarkdown(file, findings);
        children(document).forEach(markdown::block);
        return new Report(markdown.title, String.join("\n\n", markdown.blocks) + "\n");
    }

    private void block(Element element) {
        switch (element.getTagName()) {
            case "h1" ->
                title = title.or(() -> Optional.of(element.getTextContent().strip()));
            case "h2", "h3", "h4", "h5", "h6" ->
                add("#".repeat(element.getTagName().charAt(1) - '0') + " " + inline(element));
            case "ul", "ol" -> add(list(element, ""));
            case "table" -> table(element);
            default -> add(guarded(inline(element)));
        }
    }

    private void add(String block) {
        if (!block.isBlank()) {
            blocks.add(block.strip());
        }
    }

    private String list(Element list, String indent) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Element item : children(list)) {
            if (item.getAttribute("id").startsWith("footnote-")
                    || item.getAttribute("id").startsWith("endnote-")) {
                lines.add("注" + number++ + "：" + inline(item).replace("↑", "").strip() + "\n");
                continue;
            }
            String mark = list.getTagName().equals("ol") ? number++ + ". " : "- ";
            lines.add(indent + mark + text(item, each -> !isList(each)).strip());
            children(item).stream()
                    .filter(DocxMarkdown::isList)
                    .forEach(inner -> lines.add(list(inner, indent + " ".repeat(mark.length()))));
        }
        return String.join("\n", lines);
    }

    private static boolean isList(Node node) {
        return node.getNodeName().equals("ul") || node.getNodeName().equals("ol");
    }

    private void table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : rows(table)) {
            List<String> cells = new ArrayList<>();
            for (Element cell : children(row)) {
                cells.add(inline(cell).replace("|", "\\|"));
                if (!all(cell, "table").isEmpty()) {
                    findings.warning(
                            Location.of(file),
                            "单元格里又有表格：“" + shortened(cells.get(cells.size() - 1)) + "”",
                            "里面的表格改成了一行文字；请拆成两张表");
                }
                // A merged cell stands in its first column, so that the rows stay rows.
                int span = cell.getAttribute("colspan").isEmpty() ? 1 : Integer.parseInt(cell.getAttribute("colspan"));
                for (int more = 1; more < span; more++) {
                    cells.add("");
                }
                if (span > 1 || !cell.getAttribute("rowspan").isEmpty()) {
                    findings.warning(
                            Location.of(file),
                            "表格有合并的单元格：“" + shortened(cells.get(cells.size() - span)) + "”",
                            "内容放在第一格；请核对导入后的表格");
                }
            }
            rows.add(cells);
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (width == 0) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            while (row.size() < width) {
                row.add("");
            }
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(width));
            }
        }
        add(String.join("\n", lines));
    }

    /** The rows of this table, not those of a table in one of its cells. */
    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : children(table)) {
            if (child.getTagName().equals("tr")) {
                rows.add(child);
            } else {
                rows.addAll(rows(child));
            }
        }
        return rows;
    }

    private String inline(Node node) {
        return text(node, each -> true).replaceAll("\\s*\\n\\s*", " ").strip();
    }

    private String text(Node node, Predicate<Node> wanted) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (wanted.test(child)) {
                text.append(piece(child));
            }
        }
        return text.toString();
    }

    private String piece(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            return escaped(node.getTextContent());
        }
        return switch (node.getNodeName()) {
            case "strong" -> emphasised("**", inline(node));
            case "em" -> emphasised("*", inline(node));
            case "br" -> " ";
            case "img" -> picture();
            case "sup" -> note((Element) node);
            case "sub" -> shifted(inline(node), LOWERED);
            case "a" -> link((Element) node);
            case "p", "li" -> text(node, each -> true) + "\n";
            default -> text(node, each -> true);
        };
    }

    private static String emphasised(String mark, String text) {
        return text.isEmpty() ? "" : mark + text + mark;
    }

    private String picture() {
        findings.warning(Location.of(file), "文档中的图片没有导入", "公开的报告不含图片：请改用文字或表格说明其内容");
        return "";
    }

    /** 〔注1〕 where Word has a raised number. */
    private String note(Element sup) {
        String number = sup.getTextContent().replaceAll("[^0-9]", "");
        boolean isNote = !all(sup, "a").isEmpty() && !number.isEmpty();
        return isNote ? "〔注" + number + "〕" : shifted(inline(sup), RAISED);
    }

    /** 12万m² is not 12万m2: raised and lowered digits have signs of their own. */
    private String shifted(String text, String signs) {
        var shifted = new StringBuilder();
        for (char sign : text.toCharArray()) {
            int at = PLAIN.indexOf(sign);
            shifted.append(at < 0 ? sign : signs.charAt(at));
        }
        if (text.chars().anyMatch(sign -> PLAIN.indexOf(sign) < 0)) {
            findings.warning(Location.of(file), "上标或下标改成了普通文字：“" + shortened(text) + "”", "请核对，必要时改写");
        }
        return shifted.toString();
    }

    private String link(Element anchor) {
        String target = anchor.getAttribute("href");
        String text = inline(anchor);
        boolean web = target.startsWith("https://") || target.startsWith("http://") || target.startsWith("mailto:");
        return web && !text.isEmpty()
                ? "[" + text + "](" + target.replace(")", "%29").replace(" ", "%20") + ")"
                : text;
    }

    /** What stands in a document is text, never a mark of Markdown; figures in double braces stay figures. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").replaceAll("([\\\\`*_\\[\\]<&])", "\\\\$1");
    }

    /** A paragraph that begins like a heading, a quotation or a list is none. */
    private static String guarded(String paragraph) {
        return paragraph.replaceFirst("^([#>+-])", "\\\\$1").replaceFirst("^([0-9]{1,9})([.)])", "$1\\\\$2");
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    private static List<Element> children(Node node) {
        List<Element> elements = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static List<Element> all(Element element, String tag) {
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < element.getElementsByTagName(tag).getLength(); index++) {
            elements.add((Element) element.getElementsByTagName(tag).item(index));
        }
        return elements;
    }
}
