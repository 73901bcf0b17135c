package planted.generator.load;

import planted.generator.compose.ComposesTooMuch;

/** Knows a later step, and reads workbooks beside their door. */
public final class LoadsTooMuch {
    ComposesTooMuch later;
    org.dhatim.fastexcel.Workbook workbook;
}
