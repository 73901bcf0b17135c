package org.gongshi.generator.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that are open at a point of the document (域): what Word computes. Between begin and separator stands what is computed, which nobody
 * reads; behind it the result. Fields may reach over paragraphs. Not thread-safe.
 */
final class Fields {
    private static final class Open {
        private final StringBuilder instruction = new StringBuilder();
        private boolean result;
        private boolean made;
    }

    private static final Pattern LINK = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]*)\".*", Pattern.DOTALL);
    private static final Pattern CIRCLED =
            Pattern.compile("(?is)\\s*EQ\\s+.*\\\\o\\s*\\\\ac\\s*\\([○〇◯]\\s*[,，；;]\\s*([0-9]{1,2})\\).*");
    private static final Pattern SIGN =
            Pattern.compile("(?is)\\s*SYMBOL\\s+([0-9]+).*?(?:\\\\f\\s+\"?([^\"\\\\]+)\"?.*)?");
    private static final int MOST_CIRCLED = 20;
    /** Fields that print nothing, ever. */
    private static final Set<String> SILENT = Set.of(
            "TC",
            "XE",
            "TA",
            "RD",
            "SET",
            "ASK",
            "PRIVATE",
            "ADVANCE",
            "NEXT",
            "NEXTIF",
            "SKIPIF",
            "BIBLIOGRAPHY",
            "PAGE",
            "NUMPAGES",
            "FORMCHECKBOX",
            "FORMDROPDOWN",
            "FORMTEXT",
            "TOC",
            "INDEX",
            "ADDIN",
            "");

    private final Deque<Open> open = new ArrayDeque<>();

    /** Takes a mark of a field's course; gives the text that a field without result stands for. */
    Optional<String> mark(Xml character, Ledger ledger) {
        switch (character.attribute("w:fldCharType")) {
            case "begin" -> {
                open.push(new Open());
                Optional<String> form = character.at("w:ffData").flatMap(Fields::form);
                form.ifPresent(text -> open.element().made = true);
                return form;
            }
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.element().result = true;
                }
            }
            default -> {
                if (!open.isEmpty()) {
                    return closed(open.pop(), ledger);
                }
            }
        }
        return Optional.empty();
    }

    void instruction(String text) {
        if (!open.isEmpty()) {
            open.element().instruction.append(text);
        }
    }

    /** Whether what comes now is no text of the document: an instruction, a table of contents, or what a form field shows beside its value. */
    boolean isSilent() {
        return open.stream().anyMatch(field -> !field.result || field.made) || isContents();
    }

    boolean isContents() {
        return open.stream()
                .anyMatch(field ->
                        field.result && word(field.instruction.toString()).equals("TOC"));
    }

    /** A heading ends a table of contents whose end somebody deleted. */
    void forget() {
        open.removeIf(field -> word(field.instruction.toString()).equals("TOC"));
    }

    /** The address that the text leads to; empty for none. */
    String link() {
        return open.stream()
                .filter(field -> field.result)
                .map(field -> LINK.matcher(field.instruction))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static String word(String instruction) {
        return instruction.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    }

    private static Optional<String> form(Xml data) {
        Optional<Xml> box = data.at("w:checkBox");
        if (box.isPresent()) {
            Xml state = box.get()
                    .at("w:checked")
                    .or(() -> box.get().at("w:default"))
                    .orElse(box.get());
            boolean checked = !state.is("w:checkBox") && !Set.of("0", "false").contains(state.attribute("w:val"));
            return Optional.of(checked ? "☑" : "☐");
        }
        return data.at("w:ddList").map(list -> {
            List<Xml> entries = list.children().stream()
                    .filter(one -> one.is("w:listEntry"))
                    .toList();
            String chosen = list.value("w:result");
            int index = chosen.matches("[0-9]{1,4}") ? Integer.parseInt(chosen) : 0;
            return index < entries.size() ? entries.get(index).attribute("w:val") : "";
        });
    }

    private static Optional<String> closed(Open field, Ledger ledger) {
        String instruction = field.instruction.toString();
        if (field.result || field.made || SILENT.contains(word(instruction))) {
            return Optional.empty();
        }
        Matcher circled = CIRCLED.matcher(instruction);
        if (circled.matches() && Integer.parseInt(circled.group(1)) <= MOST_CIRCLED) {
            return Optional.of(NumberForms.written(Integer.parseInt(circled.group(1)), "decimalEnclosedCircle"));
        }
        Matcher sign = SIGN.matcher(instruction);
        Optional<String> shown = sign.matches() && sign.group(1).length() <= 5
                ? Symbols.shown(Optional.ofNullable(sign.group(2)).orElse("").strip(), Integer.parseInt(sign.group(1)))
                : Optional.empty();
        if (shown.isEmpty()) {
            ledger.tell(Loss.FIELD, instruction);
        }
        return shown;
    }
}
