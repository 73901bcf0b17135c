package org.gongshi.survey.slip;

import org.gongshi.evaluation.content.source.SpreadsheetCell;
import org.gongshi.survey.access.AccessCode;

/** The codes as CSV with BOM (RFC 4180), for Excel and for printers. */
public final class SlipCsv {
    private SlipCsv() {}

    public static String write(SlipSheet sheet) {
        var text = new StringBuilder("\ufeff访问码,链接,问卷,地区,学段,批次\r\n");
        for (SlipSheet.Printing printing : sheet.printings()) {
            for (AccessCode code : printing.codes()) {
                text.append(code.printed()).append(',');
                text.append(cell(sheet.link(code))).append(',');
                text.append(cell(sheet.audience().label())).append(',');
                text.append(cell(sheet.place())).append(',');
                text.append(cell(sheet.stageLabel())).append(',');
                text.append(printing.batch()).append("\r\n");
            }
        }
        return text.toString();
    }

    /** A cell that would begin a formula in Excel gets an apostrophe in front. */
    public static String cell(String value) {
        String guarded = SpreadsheetCell.guarded(value);
        return guarded.matches("(?s).*[\",\\r\\n].*") ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }
}
