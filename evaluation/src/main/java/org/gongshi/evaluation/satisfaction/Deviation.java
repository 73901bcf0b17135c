package org.gongshi.evaluation.satisfaction;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * A stratum that was not weighted as the locked plan says (偏离方案), because after the close nobody in it, or a single unit of the
 * sample, had answered. The plan and its digest stay as they were; what was done instead is recorded by two people and published
 * beside it.
 *
 * @param stage of the stratum; empty where the audience has none
 * @param into stage of the stratum it was merged with, of the same place and audience; only for {@link Kind#MERGED}
 * @param people behind the stratum, by the locked frame
 * @param reason in words, as it is published; one line of 5 to 300 characters
 * @param decided day of the decision
 * @param decidedBy the two different people, by role name: who proposed and who confirmed
 * @param resultsSeen whether results or answer sheets had been looked at before the decision
 */
@Article(9)
public record Deviation(
        Kind kind,
        PlaceCode place,
        Audience audience,
        Optional<SchoolStage> stage,
        Optional<SchoolStage> into,
        long people,
        String reason,
        LocalDate decided,
        List<String> decidedBy,
        boolean resultsSeen) {
    private static final int LEAST = 5;
    private static final int MOST = 300;

    public Deviation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(into, "into");
        Require.that(into.isPresent() == (kind == Kind.MERGED), "a neighbour where strata are merged, and only there");
        Require.that(into.isEmpty() || stage.isPresent() && !stage.equals(into), "merged with another stage");
        Require.that(people >= 0, "people are not below 0");
        Require.text(reason, "reason");
        Require.that(reason.strip().length() >= LEAST && reason.length() <= MOST, "a reason has 5 to 300 characters");
        Require.that(reason.chars().noneMatch(Character::isISOControl), "a reason is one line");
        Objects.requireNonNull(decided, "decided");
        decidedBy = List.copyOf(decidedBy);
        Require.that(
                decidedBy.size() == 2
                        && decidedBy.stream().noneMatch(String::isBlank)
                        && new HashSet<>(decidedBy).size() == 2,
                "a deviation needs two different people");
    }

    /** What is done with such a stratum instead. */
    public enum Kind {
        /**
         * Merged with a neighbour (合并层): its people are represented by those of the neighbour who answered, and the two are one stratum
         * of the variance. Cochran, <i>Sampling Techniques</i> (1977), 5A.12; Wolter, <i>Introduction to Variance Estimation</i> (2007),
         * 2.5.
         */
        MERGED("merged", "并入相邻学段"),
        /** Not covered (未覆盖): the results do not stand for its people. Only where nobody answered. */
        NOT_COVERED("not-covered", "声明未覆盖"),
        /**
         * Its variance is taken about the mean of the whole sample (方差保守估计), which is wider: {@code survey.lonely.psu = "adjust"} of R's
         * survey package. Only where a single unit answered.
         */
        ADJUSTED("adjusted", "方差按保守方法估计");

        private final String key;
        private final String label;

        Kind(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /** The word in files and commands. */
        public String key() {
            return key;
        }

        public String label() {
            return label;
        }

        public static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }

    /** The same as it was decided on a day. */
    public Deviation decided(LocalDate day, boolean seen) {
        return new Deviation(kind, place, audience, stage, into, people, reason, day, decidedBy, seen);
    }

    /** Whether both are about one stratum. */
    public boolean isOfSameStratum(Deviation other) {
        return place.equals(other.place) && audience == other.audience && stage.equals(other.stage);
    }

    /** The stratum and what was done, without the place, such as 家长（小学）并入初中. */
    public String told() {
        String stratum =
                audience.label() + stage.map(one -> "（" + one.label() + "）").orElse("");
        return switch (kind) {
            case MERGED -> stratum + "并入" + into.orElseThrow().label() + "加权";
            case NOT_COVERED -> stratum + "未覆盖，结果不代表其 " + people + " 人";
            case ADJUSTED -> stratum + "的抽样误差按保守方法估计";
        };
    }
}
