package org.gongshi.generator.word;

/** A formula (公式) on one line, as one would type it: (a+b)/c, x², √(x). */
final class Formula {
    static final String PLAIN = "0123456789+-=()n";
    static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    private Formula() {}

    static String line(Xml node) {
        return switch (node.name()) {
            case "m:t", "w:t" -> node.text();
            case "m:f" -> grouped(part(node, "m:num")) + "/" + grouped(part(node, "m:den"));
            case "m:sSup" -> grouped(part(node, "m:e")) + raised(part(node, "m:sup"));
            case "m:sSub" -> grouped(part(node, "m:e")) + lowered(part(node, "m:sub"));
            case "m:sSubSup" -> grouped(part(node, "m:e")) + lowered(part(node, "m:sub")) + raised(part(node, "m:sup"));
            case "m:rad" -> shifted(part(node, "m:deg"), RAISED, "") + "√" + grouped(part(node, "m:e"));
            case "m:nary" ->
                sign(node, "∫") + lowered(part(node, "m:sub")) + raised(part(node, "m:sup")) + " " + part(node, "m:e");
            case "m:d" -> delimited(node);
            case "m:mr" -> inner(node) + "；";
            case "w:rPr", "m:rPr", "m:ctrlPr", "w:del" -> "";
            default -> inner(node);
        };
    }

    private static String inner(Xml node) {
        var text = new StringBuilder();
        for (Xml child : node.children()) {
            text.append(line(child));
            text.append(child.is("m:e") && node.is("m:mr") ? " " : "");
        }
        return text.toString();
    }

    private static String part(Xml node, String name) {
        return node.at(name).map(Formula::inner).orElse("");
    }

    private static String sign(Xml node, String usual) {
        return node.at("m:naryPr", "m:chr").map(one -> one.attribute("m:val")).orElse(usual);
    }

    private static String delimited(Xml node) {
        String open =
                node.at("m:dPr", "m:begChr").map(one -> one.attribute("m:val")).orElse("(");
        String close =
                node.at("m:dPr", "m:endChr").map(one -> one.attribute("m:val")).orElse(")");
        return open + inner(node) + close;
    }

    /** What is longer than one name or number, or not a name, stands in brackets. */
    private static String grouped(String text) {
        return text.matches("[\\p{L}\\p{N}.%]*|\\(.*\\)") ? text : "(" + text + ")";
    }

    private static String raised(String text) {
        return shifted(text, RAISED, "^");
    }

    private static String lowered(String text) {
        return shifted(text, LOWERED, "_");
    }

    private static String shifted(String text, String signs, String otherwise) {
        boolean all = text.chars().allMatch(sign -> PLAIN.indexOf(sign) >= 0);
        return all ? moved(text, signs) : otherwise + grouped(text);
    }

    /** With digits and signs raised or lowered; letters stay. */
    static String moved(String text, String signs) {
        var moved = new StringBuilder();
        for (char sign : text.toCharArray()) {
            int at = PLAIN.indexOf(sign);
            moved.append(at < 0 ? sign : signs.charAt(at));
        }
        return moved.toString();
    }
}
