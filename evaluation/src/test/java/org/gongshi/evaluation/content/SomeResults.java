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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.satisfaction.Receipts;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Reliability;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.evaluation.satisfaction.WayCount;
import org.gongshi.evaluation.satisfaction.WeightsReport;

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
                rows(),
                analysis(),
                collected());
    }

    private Collected collected() {
        List<WayCount> ways = new ArrayList<>();
        for (Way way : Way.values()) {
            if (random.nextBoolean()) {
                Optional<Long> sheets = maybe(this::five);
                boolean told = sheets.isPresent() && !way.assurance().isOfTheSample();
                ways.add(new WayCount(Audience.PARENT, way, sheets, told ? maybe(() -> 0L) : Optional.empty()));
            }
        }
        return new Collected(ways, maybe(() -> new Receipts(random.nextInt(1_000_000), digest())));
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
        AudienceResult row = new AudienceResult(
                new PlaceCode("99" + (1000 + random.nextInt(9000))),
                audience,
                stage,
                AudienceResult.Mode.values()[random.nextInt(3)],
                random.nextInt(100_000),
                five(),
                maybe(this::five),
                maybe(() -> decimal(1)),
                estimate(),
                estimate(),
                items);
        return row.index() instanceof Estimate.Shown && random.nextBoolean() ? row.with(lines()) : row;
    }

    private Sensitivity lines() {
        Optional<Long> doubted = maybe(this::five).filter(n -> n == 0 || n >= 10);
        return new Sensitivity(maybe(() -> decimal(1)), doubted, doubted.map(n -> decimal(1)));
    }

    private Analysis analysis() {
        var place = new PlaceCode("990100");
        Estimate index = estimate();
        Set<Audience> audiences = index instanceof Estimate.Shown ? Set.of(Audience.PARENT) : Set.of();
        return new Analysis(
                List.of(new WeightsReport(
                        Audience.PUBLIC,
                        decimal(2).add(BigDecimal.ONE),
                        decimal(2),
                        maybe(() -> 1 + random.nextInt(9)))),
                List.of(new Reliability(Audience.STUDENT, 3, Optional.of(30L), maybe(() -> new BigDecimal("0.85")))),
                List.of(new CompositeResult(place, audiences, index)),
                List.of(new Ranking(
                        maybe(() -> Audience.PARENT),
                        List.of(new Ranking.Band(place, 1, 2)),
                        List.of(new Ranking.Pair(
                                place,
                                new PlaceCode("990200"),
                                decimal(1),
                                new BigDecimal("0.213"),
                                random.nextBoolean())))));
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
                random.nextBoolean() ? "index-mean/1" : "item-rate/2",
                maybe(() -> String.valueOf("ABCDEF".charAt(random.nextInt(6)))),
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
