package org.gongshi.generator.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a Word document holds that its Markdown does not (导入时丢失的内容): each kind is a finding with how often and an example, and every
 * paragraph whose words are nowhere in the Markdown is named. The document itself is read for this, not what a converter made of it.
 */
final class DocxLosses {
    /** What the office is told of a kind of loss. */
    private enum Kind {
        INSERTED("修订中插入的文字已按“接受”导入", "请核对；最好先在 Word 中接受或拒绝全部修订，再导入"),
        DELETED("修订中删除的文字没有导入", "请核对；最好先在 Word 中接受或拒绝全部修订，再导入"),
        COMMENT("批注没有导入", "请先处理批注，再导入"),
        HEADER("页眉、页脚的文字没有导入", "需要公开的，请写进正文"),
        FORMULA("公式没有导入", "请用文字写出公式和结果"),
        OBJECT("图表、嵌入对象或绘图没有导入", "公开的报告不含图片：请改用文字或表格说明其内容"),
        NUMBER("自动编号没有照原样导入", "Markdown 的编号只有 1. 2. 3.：标题和“一、（一）”一类的编号请直接打字写出"),
        HEADING("像标题的段落没有用标题样式，按正文导入", "请在 Word 中改用“标题 1”至“标题 3”，再导入"),
        STRUCK("有删除线的文字照样导入了，删除线没有保留", "请删去这些文字，或写明已作废"),
        HIDDEN("隐藏的文字照样导入了", "请确认可以公开，或先在 Word 中删去"),
        MISSING("这段文字没有导入", "请在导入后的报告中补上");

        private final String message;
        private final String hint;

        Kind(String message, String hint) {
            this.message = message;
            this.hint = hint;
        }
    }

    private static final int EXAMPLES = 3;
    private static final int LONGEST = 30;
    private static final int LONGEST_HEADING = 40;
    private static final Set<String> GRAPHICS = Set.of("w:object", "w:control", "c:chart", "dgm:relIds", "wpg:wgp");
    /** 一、 （一） 第一章 1. （1） at the beginning of a short line. */
    private static final Pattern HEADED =
            Pattern.compile("^(第[一二三四五六七八九十百0-9]+[章节部分]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]).*");

    private final DocxNumbers numbers;
    private final String imported;
    private final Map<Kind, List<String>> found = new LinkedHashMap<>();

    private DocxLosses(DocxNumbers numbers, String imported) {
        this.numbers = numbers;
        this.imported = imported;
    }

    /** @param markdown title and body that were made of the document */
    static void tell(String file, DocxParts parts, String markdown, Findings findings) {
        Optional<Element> document = parts.part("document.xml");
        if (document.isEmpty()) {
            return;
        }
        var losses = new DocxLosses(DocxNumbers.of(parts), bare(markdown));
        losses.walk(document.get());
        parts.part("footnotes.xml").ifPresent(losses::walk);
        parts.part("endnotes.xml").ifPresent(losses::walk);
        parts.part("comments.xml")
                .ifPresent(comments -> each(comments, "w:comment").forEach(one -> losses.add(Kind.COMMENT, text(one))));
        for (String kind : List.of("header", "footer")) {
            parts.beginningWith(kind).values().forEach(part -> losses.header(text(part)));
        }
        losses.found.forEach((kind, examples) -> findings.warning(
                Location.of(file), kind.message + "（" + examples.size() + " 处）：" + shown(examples), kind.hint));
    }

    private static String shown(List<String> examples) {
        String some =
                String.join("、", examples.stream().distinct().limit(EXAMPLES).toList());
        return examples.stream().distinct().count() > EXAMPLES ? some + " 等" : some;
    }

    private void header(String text) {
        // Page numbers alone are no loss.
        if (text.codePoints().anyMatch(Character::isLetter) && !text.matches("第?\\s*[0-9]*\\s*页?")) {
            add(Kind.HEADER, text);
        }
    }

    private void add(Kind kind, String example) {
        String plain = example.strip();
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        found.computeIfAbsent(kind, none -> new ArrayList<>()).add("“" + cut + "”");
    }

    private void walk(Node node) {
        for (Element child : children(node)) {
            switch (child.getTagName()) {
                case "w:del", "w:moveFrom" -> add(Kind.DELETED, text(child));
                case "w:ins", "w:moveTo" -> {
                    if (!text(child).isBlank()) {
                        add(Kind.INSERTED, text(child));
                    }
                    walk(child);
                }
                case "m:oMath" -> add(Kind.FORMULA, text(child));
                case "mc:Fallback" -> {
                    // What an older program shows instead of the choice beside it.
                }
                case "w:p" -> {
                    paragraph(child);
                    walk(child);
                }
                case "w:r" -> {
                    run(child);
                    walk(child);
                }
                default -> {
                    if (GRAPHICS.contains(child.getTagName())) {
                        add(Kind.OBJECT, child.getTagName().replaceFirst(".*:", ""));
                    }
                    walk(child);
                }
            }
        }
    }

    private void run(Element run) {
        String text = text(run);
        if (text.isBlank()) {
            return;
        }
        if (isOn(run, "w:strike") || isOn(run, "w:dstrike")) {
            add(Kind.STRUCK, text);
        }
        if (isOn(run, "w:vanish")) {
            add(Kind.HIDDEN, text);
        }
    }

    private void paragraph(Element paragraph) {
        String text = ownText(paragraph);
        if (text.isBlank()) {
            return;
        }
        if (!imported.contains(bare(text))) {
            add(Kind.MISSING, text);
        }
        boolean headed = numbers.isHeading(paragraph);
        numbers.lost(paragraph, headed).ifPresent(number -> add(Kind.NUMBER, number + text));
        boolean outlined = !each(paragraph, "w:outlineLvl").isEmpty();
        boolean bold = children(paragraph).stream()
                .filter(one -> one.getTagName().equals("w:r") && !text(one).isBlank())
                .allMatch(one -> isOn(one, "w:b"));
        boolean shaped = text.strip().length() <= LONGEST_HEADING
                && HEADED.matcher(text.strip()).matches();
        if (!headed && !isInTable(paragraph) && (outlined || bold && shaped)) {
            add(Kind.HEADING, text);
        }
    }

    private static boolean isInTable(Node node) {
        Node above = node.getParentNode();
        return above != null && (above.getNodeName().equals("w:tc") || isInTable(above));
    }

    private static boolean isOn(Element run, String property) {
        return children(run).stream()
                .filter(one -> one.getTagName().equals("w:rPr"))
                .flatMap(one -> children(one).stream())
                .anyMatch(one -> one.getTagName().equals(property)
                        && !Set.of("0", "false", "none").contains(one.getAttribute("w:val")));
    }

    /** Its words without those of paragraphs within it (a text box), which are looked at by themselves, and of formulas. */
    private static String ownText(Node node) {
        var text = new StringBuilder();
        for (Element child : children(node)) {
            switch (child.getTagName()) {
                case "w:t" -> text.append(child.getTextContent());
                case "w:tab", "w:br", "w:cr" -> text.append(' ');
                case "w:p", "w:del", "w:moveFrom", "m:oMath", "m:oMathPara", "mc:Fallback" -> {
                    // Not part of this paragraph's own words.
                }
                default -> text.append(ownText(child));
            }
        }
        return text.toString();
    }

    /** All words in it, deleted ones and those of formulas too. */
    private static String text(Node node) {
        var text = new StringBuilder();
        for (Element child : children(node)) {
            switch (child.getTagName()) {
                case "w:t", "w:delText", "m:t" -> text.append(child.getTextContent());
                default -> text.append(text(child));
            }
        }
        return text.toString();
    }

    /** Letters and digits alone: marks of Markdown and blanks do not count; raised and lowered digits count as digits. */
    private static String bare(String text) {
        var bare = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    static List<Element> children(Node node) {
        List<Element> elements = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    static List<Element> each(Element element, String tag) {
        var nodes = element.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }
}
