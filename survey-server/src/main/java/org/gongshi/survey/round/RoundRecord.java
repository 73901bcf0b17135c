package org.gongshi.survey.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.intake.SchoolRoll;

/**
 * What is on file about a survey.
 *
 * @param lock empty until it opens
 * @param opened day of the opening, by the plan's own time zone
 * @param closed day of the close
 * @param destroyed whether the close is complete: originals and pepper are gone
 * @param pepper mark of the pepper that the codes are made with; none after the close, and none before the first start
 * @param weights base weights by the record of the draw; none before the close, and none where no sample was drawn
 * @param rolls for how many people schools' codes are meant, in the order of their printing; none after the close
 * @param aftermath what happened between the close and the release
 */
public record RoundRecord(
        RoundKey round,
        RoundState state,
        Optional<FormsLock> lock,
        Optional<LocalDate> opened,
        Optional<LocalDate> closed,
        boolean destroyed,
        Optional<String> pepper,
        List<SchoolWeight> weights,
        List<SchoolRoll> rolls,
        Aftermath aftermath) {
    public RoundRecord {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(state, "state");
        Require.that(lock.isPresent() == (state != RoundState.PREPARED), "locked from the opening on");
        Require.that(opened.isPresent() == lock.isPresent(), "opened when locked");
        Require.that(closed.isPresent() == state.isOver(), "a close has its day");
        Require.that(!destroyed || state.isOver(), "destroyed only after the close");
        Require.that(pepper.isEmpty() || !state.isOver(), "the pepper is forgotten at the close");
        weights = List.copyOf(weights);
        rolls = List.copyOf(rolls);
        Require.that(rolls.isEmpty() || !state.isOver(), "rolls are forgotten at the close");
        Require.that(weights.isEmpty() || state.isOver(), "weights are fixed at the close");
        Objects.requireNonNull(aftermath, "aftermath");
        Require.that(aftermath.equals(Aftermath.NONE) || state.isOver(), "nothing comes after a close before it");
    }

    static RoundRecord prepared(RoundKey round) {
        return new RoundRecord(
                round,
                RoundState.PREPARED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                Aftermath.NONE);
    }

    RoundRecord open(FormsLock forms, LocalDate day) {
        return new RoundRecord(
                round,
                RoundState.OPEN,
                Optional.of(forms),
                Optional.of(day),
                Optional.empty(),
                false,
                pepper,
                List.of(),
                rolls,
                aftermath);
    }

    RoundRecord closed(LocalDate day, List<SchoolWeight> fixed) {
        // A clock that was set back must not close a survey before it opened.
        LocalDate notBefore = opened.filter(day::isBefore).orElse(day);
        return new RoundRecord(
                round,
                RoundState.CLOSED,
                lock,
                opened,
                Optional.of(notBefore),
                false,
                Optional.empty(),
                fixed,
                List.of(),
                aftermath);
    }

    RoundRecord withDestroyed() {
        return new RoundRecord(round, state, lock, opened, closed, true, pepper, weights, rolls, aftermath);
    }

    /** That day, but never one before the close: a clock that was set back. */
    public LocalDate notBeforeClose(LocalDate day) {
        return closed.filter(day::isBefore).orElse(day);
    }

    RoundRecord released() {
        return new RoundRecord(
                round, RoundState.RELEASED, lock, opened, closed, destroyed, pepper, weights, rolls, aftermath);
    }

    /** The same for those who need not know anything of single schools. */
    public RoundRecord withoutSchools() {
        return new RoundRecord(round, state, lock, opened, closed, destroyed, pepper, List.of(), List.of(), aftermath);
    }

    RoundRecord with(List<SchoolRoll> more) {
        List<SchoolRoll> all = Stream.concat(rolls.stream(), more.stream()).toList();
        return new RoundRecord(round, state, lock, opened, closed, destroyed, pepper, weights, all, aftermath);
    }

    RoundRecord madeWith(String mark) {
        return new RoundRecord(
                round, state, lock, opened, closed, destroyed, Optional.of(mark), weights, rolls, aftermath);
    }

    RoundRecord with(Aftermath next) {
        return new RoundRecord(round, state, lock, opened, closed, destroyed, pepper, weights, rolls, next);
    }
}
