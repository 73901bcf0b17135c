package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * What was released about one audience of one place, or of the organizer's whole area.
 *
 * @param place the place; the organizer's own code for the whole
 * @param stage the school stage; empty for all stages together
 * @param mode how the answers came; probability samples, school codes and open links are never mixed
 * @param population people behind the audience; 0 when not known
 * @param invited invited with a code, rounded to 5; 0 for volunteers
 * @param responded answer sheets, rounded to 5; empty when fewer than 10, or when it would give a hidden one away
 * @param responseRate percent of the invited, one decimal, taken from the two rounded counts so that it tells no more than
 *     they do; empty for open links and where responded is empty
 * @param index satisfaction index (满意度指数): mean of the person index, 0 to 100
 * @param satisfied satisfaction rate (满意率): share of satisfied answers among the valid answers to all items, percent
 * @param items the items in the order of the questionnaire; empty for a single stage, whose items are not published
 * @param sensitivity lines beside the index (敏感性); only where the index is shown, over all stages and from codes
 */
@Article(9)
public record AudienceResult(
        PlaceCode place,
        Audience audience,
        Optional<SchoolStage> stage,
        Mode mode,
        long population,
        long invited,
        Optional<Long> responded,
        Optional<BigDecimal> responseRate,
        Estimate index,
        Estimate satisfied,
        List<ItemResult> items,
        Optional<Sensitivity> sensitivity) {
    public AudienceResult {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(mode, "mode");
        Require.that(invited % 5 == 0, "invited is rounded to 5: ", invited);
        responded.ifPresent(n -> Require.that(n >= 10 && n % 5 == 0, "responded is rounded to 5, 10 at least: ", n));
        Objects.requireNonNull(responseRate, "responseRate");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(satisfied, "satisfied");
        items = List.copyOf(items);
        sensitivity.ifPresent(line -> Require.that(index instanceof Estimate.Shown, "lines beside a shown index"));
    }

    /** A row without sensitivity lines. */
    public AudienceResult(
            PlaceCode place,
            Audience audience,
            Optional<SchoolStage> stage,
            Mode mode,
            long population,
            long invited,
            Optional<Long> responded,
            Optional<BigDecimal> responseRate,
            Estimate index,
            Estimate satisfied,
            List<ItemResult> items) {
        this(
                place,
                audience,
                stage,
                mode,
                population,
                invited,
                responded,
                responseRate,
                index,
                satisfied,
                items,
                Optional.empty());
    }

    /** The same row with lines beside its index. */
    public AudienceResult with(Sensitivity lines) {
        return new AudienceResult(
                place,
                audience,
                stage,
                mode,
                population,
                invited,
                responded,
                responseRate,
                index,
                satisfied,
                items,
                Optional.of(lines));
    }

    /**
     * Whether the index may enter a score: shown, from the probability sample, and answered by enough of the invited.
     *
     * @param minimum the plan's response rate, 0 to 1
     */
    public boolean mayEnterScore(BigDecimal minimum) {
        return mode == Mode.PROBABILITY
                && index instanceof Estimate.Shown
                && responseRate
                        .filter(rate -> rate.compareTo(minimum.movePointRight(2)) >= 0)
                        .isPresent();
    }

    /** How the answers came (样本性质). */
    public enum Mode {
        /** Invited with a code: a probability sample, with intervals. */
        PROBABILITY("probability", "概率抽样（凭访问码）"),
        /** Whoever knew the code of a school: no interval, no comparison. */
        SCHOOL_CODE("school-code", "学校码（自愿参与，不作推断）"),
        /** Whoever followed the open link: no interval, no comparison. */
        OPEN_LINK("open-link", "公开链接（自愿参与，不作推断）");

        private final String key;
        private final String label;

        Mode(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public String label() {
            return label;
        }

        /** Whether the rows stand for a population: only then is there an index, an interval, a rate of answers. */
        public boolean infers() {
            return this == PROBABILITY;
        }

        public static Optional<Mode> ofKey(String key) {
            return java.util.Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }
}
