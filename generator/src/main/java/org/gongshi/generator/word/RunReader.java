package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the words of one paragraph (段落文字): runs and what may stand between and around them. Not thread-safe. */
final class RunReader {
    private final Context context;
    private final Xml paragraph;
    private final boolean inTable;
    private final Line line = new Line();
    private final List<Xml> boxes = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();

    private RunReader(Context context, Xml paragraph, boolean inTable) {
        this.context = context;
        this.paragraph = paragraph;
        this.inTable = inTable;
    }

    /**
     * What was read.
     *
     * @param boxes contents of text boxes that hang on the paragraph
     * @param pictures that stand in it, as Markdown
     */
    record Read(Line line, List<Xml> boxes, List<String> pictures) {}

    static Read read(Context context, Xml paragraph, boolean inTable) {
        var reader = new RunReader(context, paragraph, inTable);
        reader.inside(paragraph, "");
        return new Read(reader.line, reader.boxes, reader.pictures);
    }

    private void inside(Xml element, String link) {
        element.children().forEach(child -> piece(child, link));
    }

    private void piece(Xml element, String link) {
        Ledger ledger = context.ledger();
        switch (element.name()) {
            case "w:r" -> run(element, link);
            case "w:del" -> ledger.left(element, Loss.DELETED);
            case "w:moveFrom" -> ledger.left(element, Loss.MOVED);
            case "w:ins" -> {
                if (!element.live().isBlank()) {
                    ledger.tell(Loss.INSERTED, element.live());
                }
                inside(element, link);
            }
            case "w:hyperlink" -> {
                String address = context.address(element.attribute("r:id"));
                inside(element, address.isEmpty() ? link : address);
            }
            case "w:fldSimple" -> simple(element, link);
            case "w:sdt" -> controlled(element, link);
            case "m:oMath" -> formula(element);
            case "w:subDoc" -> ledger.tell(Loss.INCLUDED, "");
            case "w:pPr", "w:sdtPr", "w:smartTagPr", "w:customXmlPr" -> ledger.passed(element);
            default -> inside(element, link);
        }
    }

    private void simple(Xml field, String link) {
        Fields own = new Fields();
        Xml begin = new Xml("w:fldChar", java.util.Map.of("w:fldCharType", "begin"));
        own.mark(begin, context.ledger());
        own.instruction(field.attribute("w:instr"));
        own.mark(new Xml("w:fldChar", java.util.Map.of("w:fldCharType", "separate")), context.ledger());
        if (own.isContents()) {
            context.contents(field);
        } else {
            inside(field, own.link().isEmpty() ? link : own.link());
        }
    }

    private void controlled(Xml control, String link) {
        if (control.at("w:sdtPr", "w:showingPlcHdr").isPresent()) {
            context.ledger().left(control, Loss.PLACEHOLDER);
        } else {
            control.at("w:sdtContent").ifPresent(content -> inside(content, link));
        }
    }

    private void formula(Xml formula) {
        String text = Formula.line(formula);
        context.ledger().passed(formula);
        if (!text.isBlank()) {
            line.add(text, Line.Form.PLAIN);
            context.ledger().tell(Loss.FORMULA, text);
        }
    }

    private void run(Xml run, String link) {
        if (context.styles().isOn(run, Optional.of(paragraph), "w:vanish")) {
            // Fields go on, whoever hides their marks.
            run.children().stream()
                    .filter(one -> one.is("w:fldChar"))
                    .forEach(one -> context.fields().mark(one, context.ledger()));
            run.children().stream()
                    .filter(one -> one.is("w:instrText"))
                    .forEach(one -> context.fields().instruction(one.text()));
            context.ledger().left(run, context.fields().isSilent() ? Loss.CONTENTS : Loss.HIDDEN);
            if (!run.all("pic:pic").isEmpty() || !run.all("v:imagedata").isEmpty()) {
                context.ledger().tell(Loss.HIDDEN, "图片");
            }
            return;
        }
        String words = run.words();
        if (!words.isBlank() && !context.fields().isSilent()) {
            oddities(run, words);
        }
        Line.Form form = new Line.Form(
                context.styles().isOn(run, Optional.of(paragraph), "w:b"),
                context.styles().isOn(run, Optional.of(paragraph), "w:i"),
                address(link));
        run.children().forEach(child -> part(run, child, form));
    }

    /** Only addresses that a public page may lead to. */
    private String address(String link) {
        String address = link.isEmpty() ? context.fields().link() : link;
        return address.matches("(?i)(https?://|mailto:).+") ? address : "";
    }

    private void oddities(Xml run, String words) {
        Ledger ledger = context.ledger();
        Styles styles = context.styles();
        if (styles.isOn(run, Optional.empty(), "w:strike") || styles.isOn(run, Optional.empty(), "w:dstrike")) {
            ledger.tell(Loss.STRUCK, words);
        }
        String marked = run.value("w:rPr", "w:highlight");
        if (!marked.isEmpty() && !marked.equals("none")) {
            ledger.tell(Loss.MARKED, words);
        }
        boolean shaded = inTable
                || run.at("w:rPr", "w:shd").isPresent()
                || paragraph.at("w:pPr", "w:shd").isPresent();
        if (!shaded && run.value("w:rPr", "w:color").equalsIgnoreCase("FFFFFF")) {
            ledger.tell(Loss.INVISIBLE, words);
        }
    }

    private void part(Xml run, Xml part, Line.Form form) {
        Ledger ledger = context.ledger();
        switch (part.name()) {
            case "w:t" -> text(run, part, form);
            case "w:sym" -> symbol(part, form);
            case "w:tab", "w:br", "w:cr", "w:ptab" -> put(" ", form);
            case "w:noBreakHyphen" -> put("-", form);
            case "w:fldChar" -> context.fields().mark(part, ledger).ifPresent(made -> line.add(made, form));
            case "w:instrText" -> context.fields().instruction(part.text());
            case "w:delText" -> ledger.left(part, Loss.DELETED);
            case "w:footnoteReference", "w:endnoteReference" -> line.mark("〔注" + context.note(part) + "〕");
            case "w:commentReference" -> context.comment(part.attribute("w:id"));
            case "w:ruby" -> ruby(run, part, form);
            case "w:drawing", "w:pict", "w:object" -> {
                Drawings.Drawn drawn = Drawings.read(context, part);
                boxes.addAll(drawn.boxes());
                pictures.addAll(drawn.pictures());
            }
            case "w:rPr" -> ledger.passed(part);
            default -> part.children().forEach(child -> part(run, child, form));
        }
    }

    private void put(String text, Line.Form form) {
        if (!context.fields().isSilent()) {
            line.add(text, form);
        }
    }

    private void ruby(Xml run, Xml ruby, Line.Form form) {
        ruby.at("w:rubyBase").ifPresent(base -> inside(base, form.link()));
        ruby.at("w:rt").filter(above -> !above.words().isBlank()).ifPresent(above -> {
            put("（", form);
            inside(above, form.link());
            put("）", form);
        });
        context.ledger().passed(run);
    }

    private void text(Xml run, Xml text, Line.Form form) {
        if (context.fields().isSilent()) {
            if (context.fields().isContents()) {
                context.contents(text);
            }
            context.ledger().passed(text);
            return;
        }
        context.ledger().took(text);
        String font =
                run.at("w:rPr", "w:rFonts").map(one -> one.attribute("w:ascii")).orElse("");
        String words = text.text();
        if (Symbols.isPictorial(font) || words.chars().anyMatch(Symbols::isPrivate)) {
            words.chars().forEach(sign -> sign(font, sign, form));
            return;
        }
        switch (raised(run, words)) {
            case "superscript" -> shifted(words, Formula.RAISED, form);
            case "subscript" -> shifted(words, Formula.LOWERED, form);
            default -> line.add(words, form);
        }
    }

    /** Some programs raise a small digit by hand instead. */
    private static String raised(Xml run, String words) {
        String position = run.value("w:rPr", "w:position");
        boolean small = !run.value("w:rPr", "w:sz").isEmpty()
                && position.matches("-?[0-9]{1,3}")
                && words.chars().allMatch(sign -> Formula.PLAIN.indexOf(sign) >= 0);
        if (!small || Integer.parseInt(position) == 0) {
            return run.value("w:rPr", "w:vertAlign");
        }
        return position.startsWith("-") ? "subscript" : "superscript";
    }

    /** 12万m² is not 12万m2: raised and lowered digits have signs of their own. */
    private void shifted(String words, String signs, Line.Form form) {
        if (words.chars().anyMatch(sign -> Formula.PLAIN.indexOf(sign) < 0 && !Character.isWhitespace(sign))) {
            context.ledger().tell(Loss.SHIFTED, words);
        }
        line.add(Formula.moved(words, signs), form);
    }

    private void symbol(Xml symbol, Line.Form form) {
        context.ledger().passed(symbol);
        String code = symbol.attribute("w:char");
        if (code.matches("[0-9A-Fa-f]{1,4}") && !context.fields().isSilent()) {
            sign(symbol.attribute("w:font"), Integer.parseInt(code, 16), form);
        }
    }

    private void sign(String font, int code, Line.Form form) {
        if (Character.isWhitespace(code)) {
            line.add(" ", form);
            return;
        }
        Symbols.shown(font, code)
                .ifPresentOrElse(
                        shown -> line.add(shown, form),
                        () -> context.ledger()
                                .tell(
                                        Loss.SYMBOL,
                                        font + " " + Integer.toHexString(code).toUpperCase(java.util.Locale.ROOT)));
    }
}
