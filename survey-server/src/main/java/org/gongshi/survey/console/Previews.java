package org.gongshi.survey.console;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.results.Outcome;

/** The results as they would be released (结果预览), computed once for each state of content and day. Thread-safe. */
final class Previews {
    private final House house;
    private Optional<Kept> kept = Optional.empty();

    Previews(House house) {
        this.house = Objects.requireNonNull(house, "house");
    }

    /** What came of it, and over which inputs. */
    private record Kept(String inputs, Outcome outcome) {}

    synchronized Outcome of(LocalDate date) {
        String inputs = inputs(date);
        Optional<Outcome> known =
                kept.filter(one -> one.inputs().equals(inputs)).map(Kept::outcome);
        if (known.isPresent()) {
            return known.get();
        }
        Outcome outcome = fresh(date);
        kept = Optional.of(new Kept(inputs, outcome));
        return outcome;
    }

    /** Computed anew, whatever is known. */
    Outcome fresh(LocalDate date) {
        return release().preview(date);
    }

    RoundRelease release() {
        return new RoundRelease(
                house.content().root(), house.files(), house.round().record(), house.round()::tally);
    }

    /** Answers do not change any more: what may change are the files of the content. */
    private String inputs(LocalDate date) {
        return date + " " + house.round().record().state() + " "
                + house.round().record().aftermath().deviations().hashCode() + " "
                + PlanLock.digest(house.content().forms()) + " "
                + house.content().populations().hashCode() + " "
                + house.content().places().hashCode();
    }

    /** The digest that a proposal is bound to; empty when there are no results. */
    static Optional<Digest> digest(Outcome outcome) {
        return outcome instanceof Outcome.Released released
                ? Optional.of(Digest.of(RoundRelease.bytes(released.results())))
                : Optional.empty();
    }
}
