package planted.generator.load;

import planted.generator.compose.ComposesTooMuch;

/** Knows a later step, and reads workbooks and prints beside their doors. */
public final class LoadsTooMuch {
    ComposesTooMuch later;
    org.dhatim.fastexcel.Workbook workbook;
    org.apache.pdfbox.pdmodel.PDDocument paper;
}
