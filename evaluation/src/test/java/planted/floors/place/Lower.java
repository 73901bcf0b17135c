package planted.floors.place;

/** A ground floor that looks up. */
public final class Lower {
    planted.floors.report.Upper upper;
}
