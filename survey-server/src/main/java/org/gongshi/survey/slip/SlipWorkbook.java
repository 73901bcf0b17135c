package org.gongshi.survey.slip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongshi.survey.access.AccessCode;

/** The codes as an Excel workbook. */
public final class SlipWorkbook {
    private static final List<String> HEAD = List.of("访问码", "链接", "问卷", "地区", "学段", "批次");
    private static final List<Integer> WIDTHS = List.of(24, 60, 12, 18, 8, 8);

    private SlipWorkbook() {}

    public static byte[] write(SlipSheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Gongshi", "1.0")) {
            Worksheet table = workbook.newWorksheet("访问码");
            for (int column = 0; column < HEAD.size(); column++) {
                table.value(0, column, HEAD.get(column));
                table.style(0, column).bold().set();
                table.width(column, WIDTHS.get(column));
            }
            table.freezePane(0, 1);
            int row = 1;
            for (SlipSheet.Printing printing : sheet.printings()) {
                for (AccessCode code : printing.codes()) {
                    row(table, row++, sheet, code, printing.batch());
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("a byte array takes everything", fault);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet table, int row, SlipSheet sheet, AccessCode code, int batch) {
        table.value(row, 0, code.printed());
        table.value(row, 1, sheet.link(code));
        table.value(row, 2, sheet.audience().label());
        table.value(row, 3, sheet.place());
        table.value(row, 4, sheet.stageLabel());
        table.value(row, 5, batch);
    }
}
