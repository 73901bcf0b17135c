package planted.evaluation.report;

/** A report as drawn up. */
public final class Draft {}
