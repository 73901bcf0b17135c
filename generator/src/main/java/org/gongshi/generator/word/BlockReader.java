package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the document paragraph by paragraph (正文): headings, lists, tables, text boxes behind the paragraph they hang on. Not thread-safe. */
final class BlockReader {
    private static final int DEEPEST = 6;
    private static final int LONGEST_HEADING = 80;
    private static final int LONGEST_SHAPED = 40;
    /** 一、 （一） 第一章 at the beginning of a short line. */
    private static final Pattern SHAPED =
            Pattern.compile("^(第[一二三四五六七八九十百0-9]+[章节部分]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]).*");
    /** GB/T 9704-2012, 7.3.3: 一级标题用黑体字、二级用楷体字. */
    private static final Set<String> HEADING_FONTS =
            Set.of("黑体", "SimHei", "楷体", "楷体_GB2312", "KaiTi", "方正黑体_GBK", "方正楷体_GBK");

    private final Context context;
    private final Output output = new Output();
    private final List<String> title = new ArrayList<>();
    private boolean titled;
    private int paragraphs;
    private int tables;
    private Line carried = new Line();

    BlockReader(Context context) {
        this.context = context;
    }

    void read(Xml element) {
        element.children().forEach(this::block);
    }

    Optional<String> title() {
        return title.isEmpty() ? Optional.empty() : Optional.of(String.join("", title));
    }

    Output output() {
        return output;
    }

    private void block(Xml element) {
        Ledger ledger = context.ledger();
        switch (element.name()) {
            case "w:p" -> paragraph(element);
            case "w:tbl" -> table(element);
            case "w:altChunk" -> {
                ledger.at("第 " + paragraphs + " 段之后");
                ledger.tell(Loss.INCLUDED, "");
            }
            case "w:sdt" -> {
                if (element.at("w:sdtPr", "w:showingPlcHdr").isPresent()) {
                    ledger.at("第 " + (paragraphs + 1) + " 段");
                    ledger.left(element, Loss.PLACEHOLDER);
                } else {
                    element.at("w:sdtContent").ifPresent(this::read);
                }
            }
            case "w:del", "w:moveFrom" -> ledger.left(element, Loss.DELETED);
            case "m:oMathPara", "w:r", "w:hyperlink" -> {
                // Out of place, but some programs write it.
                Xml paragraph = new Xml("w:p", java.util.Map.of());
                paragraph.add(element);
                paragraph(paragraph);
            }
            case "w:sectPr" -> ledger.passed(element);
            default -> read(element);
        }
    }

    private void table(Xml table) {
        tables++;
        titled = titled || !title.isEmpty();
        List<Xml> frame = TableReader.frame(table);
        if (frame.isEmpty()) {
            new TableReader(context, tables).blocks(table).forEach(output::add);
        } else {
            read(frame.get(0));
        }
    }

    private void paragraph(Xml paragraph) {
        if (!paragraph.words().isBlank()) {
            paragraphs++;
        }
        context.ledger().at("第 " + paragraphs + " 段");
        Optional<Integer> heading = context.styles().heading(paragraph);
        if (context.styles().isContents(paragraph)) {
            marks(paragraph);
            context.contents(paragraph);
            return;
        }
        if (heading.isPresent()) {
            context.fields().forget();
        }
        RunReader.Read read = RunReader.read(context, paragraph, false);
        Line line = carried;
        line.addAll(read.line());
        carried = new Line();
        if (isJoined(paragraph)) {
            carried = line;
        } else if (!line.isBlank() || paragraph.words().isBlank()) {
            put(paragraph, line, heading);
        }
        read.pictures().forEach(output::add);
        read.boxes().forEach(this::read);
    }

    /** Its end was deleted in a tracked change: what follows belongs to it. */
    private static boolean isJoined(Xml paragraph) {
        return paragraph.at("w:pPr", "w:rPr", "w:del").isPresent()
                || paragraph.at("w:pPr", "w:rPr", "w:moveFrom").isPresent();
    }

    /** The marks of fields in lines that are left out. */
    private void marks(Xml element) {
        for (Xml child : element.children()) {
            if (child.is("w:fldChar")) {
                context.fields().mark(child, context.ledger());
            } else if (child.is("w:instrText")) {
                context.fields().instruction(child.text());
            } else {
                marks(child);
            }
        }
    }

    private void put(Xml paragraph, Line line, Optional<Integer> heading) {
        Optional<Numbering.Label> label = context.styles().number(paragraph).flatMap(context.numbering()::next);
        if (line.isBlank()) {
            return;
        }
        if (heading.isPresent() && heading.get() == Styles.TITLE && !titled) {
            title.add(label.map(BlockReader::written).orElse("") + line.plain());
            return;
        }
        titled = titled || !title.isEmpty();
        boolean tooLong =
                line.plain().length() > LONGEST_HEADING && context.styles().isOutlined(paragraph);
        if (tooLong && heading.isPresent()) {
            context.ledger().tell(Loss.LONG, line.plain());
        }
        if (heading.isPresent() && !tooLong) {
            String number = label.filter(one -> !one.bullet())
                    .map(BlockReader::written)
                    .map(Line::escaped)
                    .orElse("");
            output.add("#".repeat(Math.min(DEEPEST, Math.max(1, heading.get()) + 1)) + " " + number + line.heading());
        } else if (label.isPresent() && label.get().plain()) {
            output.item(label.get(), Line.guarded(line.markdown()));
        } else {
            body(paragraph, line, label.map(BlockReader::written).orElse(""));
        }
    }

    private void body(Xml paragraph, Line line, String number) {
        String shown = number + line.plain();
        boolean shaped =
                shown.length() <= LONGEST_SHAPED && SHAPED.matcher(shown).matches() && !shown.endsWith("。");
        if (shaped && (line.isBold() || isInHeadingFont(paragraph))) {
            context.ledger().tell(Loss.HEADING, shown);
        }
        output.add(Line.guarded(Line.escaped(number) + line.markdown()));
    }

    private static boolean isInHeadingFont(Xml paragraph) {
        return paragraph.all("w:r").stream()
                .filter(run -> !run.words().isBlank())
                .allMatch(run -> run.at("w:rPr", "w:rFonts")
                        .map(fonts -> HEADING_FONTS.contains(fonts.attribute("w:eastAsia")))
                        .orElse(false));
    }

    /** The number with a blank where words would run into it. */
    static String written(Numbering.Label label) {
        char last =
                label.text().isEmpty() ? '、' : label.text().charAt(label.text().length() - 1);
        return last < 0x2E80 ? label.text() + " " : label.text();
    }
}
