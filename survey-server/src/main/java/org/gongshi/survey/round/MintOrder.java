package org.gongshi.survey.round;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.response.Stratum;

/**
 * A printing of codes (一批访问码).
 *
 * @param school the school's label, out of which a cluster number is made; never stored
 * @param kind slips, a school's code, or a computer room: its teacher's code, whose seats are put on file with it
 * @param count codes, 1 to 100,000; of a room: its seats, 1 to 60
 * @param people for how many a school's code is meant; empty where it is not known, and for all other codes
 */
public record MintOrder(CodeKind kind, Stratum stratum, Optional<String> school, int count, OptionalInt people) {
    /** So many codes at once at most. */
    public static final int MOST = 100_000;

    /** So many seats has a room at most. */
    public static final int MOST_SEATS = 60;

    /** For how many people it is meant is not known. */
    public MintOrder(CodeKind kind, Stratum stratum, Optional<String> school, int count) {
        this(kind, stratum, school, count, OptionalInt.empty());
    }

    /** Slips. */
    public MintOrder(Stratum stratum, Optional<String> school, int count) {
        this(CodeKind.SLIP, stratum, school, count, OptionalInt.empty());
    }

    public MintOrder {
        Require.that(kind != CodeKind.SEAT, "seats come with their room");
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(school, "school");
        school.ifPresent(
                label -> Require.that(!label.isBlank() && label.lines().count() == 1, "a school's label is one line"));
        Objects.requireNonNull(people, "people");
        Require.that(people.isEmpty() || kind == CodeKind.SCHOOL, "only a school's code is for many");
        people.ifPresent(number -> Require.that(number >= 1 && number <= MOST, "1 to " + MOST + " people"));
        int most = kind == CodeKind.TEACHER ? MOST_SEATS : MOST;
        Require.that(count >= 1 && count <= most, "1 to " + most + " codes");
    }
}
