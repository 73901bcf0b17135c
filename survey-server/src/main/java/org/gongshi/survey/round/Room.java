package org.gongshi.survey.round;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.response.Stratum;

/**
 * A computer room as it is on file (机房): known only while its teacher's code is at hand.
 *
 * @param teacher the code that opened it
 * @param seats in order, from seat 1
 */
public record Room(AccessCode teacher, Stratum stratum, List<Seat> seats) {
    public Room {
        Objects.requireNonNull(teacher, "teacher");
        Objects.requireNonNull(stratum, "stratum");
        seats = List.copyOf(seats);
        Require.that(!seats.isEmpty(), "a room has seats");
    }

    /** One seat: its code, and whether a sheet was sent with it. */
    public record Seat(AccessCode code, boolean spent) {
        public Seat {
            Objects.requireNonNull(code, "code");
        }
    }
}
