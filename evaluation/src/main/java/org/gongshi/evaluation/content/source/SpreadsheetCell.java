package org.gongshi.evaluation.content.source;

/** Texts on their way into a table that somebody opens in a spreadsheet (防公式注入): none may run as a formula there. */
public final class SpreadsheetCell {
    /** Excel, WPS and LibreOffice compute what begins so; with an input method for Chinese the signs of full width as well. */
    private static final String RISKY = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetCell() {}

    /** The text; with an apostrophe in front, which spreadsheets do not show, where it would begin a formula. */
    public static String guarded(String text) {
        return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What the text was before it was guarded. */
    public static String bare(String guarded) {
        return guarded.length() > 1 && guarded.charAt(0) == '\'' && RISKY.indexOf(guarded.charAt(1)) >= 0
                ? guarded.substring(1)
                : guarded;
    }
}
