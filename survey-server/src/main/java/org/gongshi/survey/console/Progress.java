package org.gongshi.survey.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.survey.intake.SchoolRoll;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.StatusReport;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.IssuedCodes;

/**
 * Counts for the console (进度统计): taken at most every half minute, since counting the codes goes through the writer that answers
 * wait for. Thread-safe.
 */
final class Progress {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final House house;
    private Optional<Snapshot> last = Optional.empty();

    Progress(House house) {
        this.house = Objects.requireNonNull(house, "house");
    }

    /** The counts of a moment. */
    record Snapshot(
            Instant moment,
            List<IssuedCodes> issued,
            Map<CountKey, Long> answered,
            Map<CountKey, Long> doubted,
            List<SchoolRoll> beyond) {

        /** Sheets of one way that bear a flag; only of volunteers. */
        long doubted(Predicate<Stratum> which, Way way) {
            return sum(doubted, which, mode -> mode.way() == way);
        }

        /** Codes given out, void ones left out. */
        long invited(Predicate<Stratum> which) {
            return issued.stream()
                    .filter(row -> which.test(row.stratum()))
                    .mapToLong(IssuedCodes::invited)
                    .sum();
        }

        /** Sheets of the probability sample. */
        long answered(Predicate<Stratum> which) {
            return answered(which, Mode::isOfTheSample);
        }

        /** Sheets that came in one way. */
        long answered(Predicate<Stratum> which, Way way) {
            return answered(which, mode -> mode.way() == way);
        }

        private long answered(Predicate<Stratum> which, Predicate<Mode> how) {
            return sum(answered, which, how);
        }

        private static long sum(Map<CountKey, Long> counts, Predicate<Stratum> which, Predicate<Mode> how) {
            return counts.entrySet().stream()
                    .filter(entry -> how.test(entry.getKey().mode())
                            && which.test(entry.getKey().stratum()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    static Predicate<Stratum> of(Optional<PlaceCode> place, Audience audience) {
        return stratum -> stratum.audience() == audience
                && place.map(stratum.place()::equals).orElse(true);
    }

    synchronized Snapshot now() {
        Instant moment = house.clock().instant();
        boolean fresh = last.filter(
                        one -> Duration.between(one.moment(), moment).abs().compareTo(FRESH) < 0)
                .isPresent();
        if (!fresh) {
            StatusReport report = house.round().report();
            last = Optional.of(
                    new Snapshot(moment, report.issued(), report.answered(), report.doubted(), report.beyond()));
        }
        return last.get();
    }

    /**
     * Strata of the sample with fewer than ten answers, by name: a close cannot be undone, and a stratum without an answer cannot be
     * weighted. Which of them have none is not told, as everywhere.
     */
    List<String> thin(RoundContent content) {
        Snapshot now = now();
        List<String> thin = new ArrayList<>();
        for (Place place : content.places()) {
            for (Population row : content.populations()) {
                var stratum = new Stratum(row.place(), row.audience(), row.stage());
                if (row.place().equals(place.code())
                        && row.invited() > 0
                        && ShownCount.of(now.answered(stratum::equals)).isEmpty()) {
                    thin.add(place.name()
                            + row.audience().label()
                            + row.stage().map(SchoolStage::label).orElse(""));
                }
            }
        }
        return thin;
    }

    /** After something was printed or voided, or the round went on. */
    synchronized void forget() {
        last = Optional.empty();
    }
}
