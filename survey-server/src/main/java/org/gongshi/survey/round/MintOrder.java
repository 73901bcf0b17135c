package org.gongshi.survey.round;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.response.Stratum;

/**
 * A printing of codes (一批访问码).
 *
 * @param school the school's label, out of which a cluster number is made; never stored
 * @param kind slips, a school's code, or a computer room: its teacher's code, whose seats are put on file with it
 * @param count codes, 1 to 100,000; of a room: its seats, 1 to 60
 */
public record MintOrder(CodeKind kind, Stratum stratum, Optional<String> school, int count) {
    /** So many codes at once at most. */
    public static final int MOST = 100_000;

    /** So many seats has a room at most. */
    public static final int MOST_SEATS = 60;

    /** Slips. */
    public MintOrder(Stratum stratum, Optional<String> school, int count) {
        this(CodeKind.SLIP, stratum, school, count);
    }

    public MintOrder {
        Require.that(kind != CodeKind.SEAT, "seats come with their room");
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(school, "school");
        school.ifPresent(
                label -> Require.that(!label.isBlank() && label.lines().count() == 1, "a school's label is one line"));
        int most = kind == CodeKind.TEACHER ? MOST_SEATS : MOST;
        Require.that(count >= 1 && count <= most, "1 to " + most + " codes");
    }
}
