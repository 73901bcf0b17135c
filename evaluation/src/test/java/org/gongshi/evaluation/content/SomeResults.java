package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.Share;

/** Random results of every shape that the types allow, for property tests; the seed makes them repeatable. */
final class SomeResults {
    private final Random random;

    SomeResults(Random random) {
        this.random = random;
    }

    ReleasedResults next() {
        LocalDate opened = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
        LocalDate closed = opened.plusDays(random.nextInt(40));
        Map<Audience, Digest> questionnaires = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            if (random.nextBoolean()) {
                questionnaires.put(audience, digest());
            }
        }
        return new ReleasedResults(
                new RoundKey(new EvaluationYear(2020 + random.nextInt(10)), new PlaceCode("990000")),
                digest(),
                questionnaires,
                text(),
                opened,
                closed,
                closed.plusDays(random.nextInt(40)),
                List.of("甲" + text(), "乙" + text()),
                rows());
    }

    private List<AudienceResult> rows() {
        List<AudienceResult> rows = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            for (SchoolStage stage : SchoolStage.values()) {
                if (random.nextBoolean()) {
                    rows.add(row(audience, Optional.of(stage)));
                }
            }
            rows.add(row(audience, Optional.empty()));
        }
        return rows;
    }

    private AudienceResult row(Audience audience, Optional<SchoolStage> stage) {
        List<ItemResult> items = new ArrayList<>();
        for (int item = random.nextInt(4); item > 0; item--) {
            items.add(item("Q" + item));
        }
        return new AudienceResult(
                new PlaceCode("99" + (1000 + random.nextInt(9000))),
                audience,
                stage,
                random.nextBoolean() ? AudienceResult.Mode.PROBABILITY : AudienceResult.Mode.OPEN_LINK,
                random.nextInt(100_000),
                five(),
                maybe(this::five),
                maybe(() -> decimal(1)),
                estimate(),
                estimate(),
                items);
    }

    private ItemResult item(String code) {
        Map<Integer, Share> shares = new TreeMap<>();
        for (int value = random.nextInt(6); value > 0; value--) {
            shares.put(value, share());
        }
        return new ItemResult(code, estimate(), estimate(), shares, maybe(this::share));
    }

    private Share share() {
        return new Share(Share.Bound.values()[random.nextInt(3)], random.nextInt(101));
    }

    private Estimate estimate() {
        if (random.nextInt(3) == 0) {
            return new Estimate.Withheld(Estimate.Reason.values()[random.nextInt(Estimate.Reason.values().length)]);
        }
        Share.Bound bound = Share.Bound.values()[random.nextInt(3)];
        BigDecimal low = decimal(random.nextInt(3));
        return new Estimate.Shown(
                decimal(random.nextInt(3)),
                bound == Share.Bound.ABOUT
                        ? maybe(() -> new Estimate.Interval(low, low.add(decimal(1))))
                        : Optional.empty(),
                five(),
                maybe(this::five),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(500)) : OptionalInt.empty(),
                maybe(() -> decimal(2)),
                text(),
                maybe(this::text),
                bound);
    }

    private BigDecimal decimal(int scale) {
        return BigDecimal.valueOf(random.nextInt(10_001), 2).setScale(scale, java.math.RoundingMode.HALF_UP);
    }

    private long five() {
        return 10 + 5L * random.nextInt(1000);
    }

    private String text() {
        return List.of("a/1", "方法\"甲\"", "𠀀 \\ ü").get(random.nextInt(3)) + random.nextInt(100);
    }

    private Digest digest() {
        return Digest.of(new byte[] {(byte) random.nextInt(256)});
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
