package planted.floors.report;

public final class Upper {}
