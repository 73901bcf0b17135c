package org.gongshi.evaluation.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.Share;

/** Released results for {@link SampleContent}: shown, withheld, by stage, by open link, and of a place that is still awaited. */
final class SampleSurvey {
    private SampleSurvey() {}

    static Map<Audience, Questionnaire> questionnaires(Digest digest) {
        Map<Audience, Questionnaire> all = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            List<Option> scale = List.of(
                    new Option(5, "非常满意"),
                    new Option(4, "比较满意"),
                    new Option(3, "一般"),
                    new Option(2, "不太满意"),
                    new Option(1, "很不满意"));
            all.put(
                    audience,
                    new Questionnaire(
                            audience,
                            digest,
                            audience.label() + "问卷",
                            "请按实际感受作答。",
                            scale,
                            new Option(9, "不了解"),
                            List.of(
                                    new Question.Rating("P01", "A1", "当地政府对教育的重视程度"),
                                    new Question.Rating("P02", "A2", "校园周边安全")),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return all;
    }

    static ReleasedResults results(RoundKey round, Digest digest, List<Deviation> deviations) {
        List<AudienceResult> results = new ArrayList<>();
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            digests.put(audience, digest);
            results.add(shown(SampleContent.REGION, audience, Optional.empty(), "80.2", 9000));
            results.add(shown(SampleContent.FIRST, audience, Optional.empty(), "83.4", 1200));
            results.add(
                    audience == Audience.PARENT
                            ? withheld(SampleContent.SECOND, audience, Estimate.Reason.INSUFFICIENT)
                            : shown(SampleContent.SECOND, audience, Optional.empty(), "76.5", 800));
            results.add(withheld(SampleContent.THIRD, audience, Estimate.Reason.TOO_FEW));
            results.add(shown(SampleContent.AWAITED, audience, Optional.empty(), "31.7", 700));
        }
        results.add(shown(SampleContent.FIRST, Audience.PARENT, Optional.of(SchoolStage.PRIMARY), "84.1", 600));
        results.add(openLink());
        LocalDate opened = LocalDate.of(2025, 3, 3);
        return new ReleasedResults(
                round,
                digest,
                digests,
                "gongshi-1",
                opened,
                opened.plusDays(25),
                opened.plusDays(38),
                List.of("发布员甲", "发布员乙"),
                results,
                Analysis.NONE,
                Collected.NONE,
                deviations);
    }

    private static AudienceResult shown(
            PlaceCode place, Audience audience, Optional<SchoolStage> stage, String index, long n) {
        BigDecimal value = new BigDecimal(index);
        Estimate satisfied = estimate(value.add(BigDecimal.TEN).setScale(0, java.math.RoundingMode.DOWN), n);
        List<ItemResult> items = List.of(
                new ItemResult(
                        "P01",
                        estimate(value, n),
                        satisfied,
                        Map.of(
                                5,
                                share(40),
                                4,
                                share(35),
                                3,
                                share(15),
                                2,
                                share(6),
                                1,
                                new Share(Share.Bound.AT_MOST, 5)),
                        Optional.of(share(8))),
                new ItemResult(
                        "P02",
                        new Estimate.Withheld(Estimate.Reason.COMPLEMENTARY),
                        new Estimate.Withheld(Estimate.Reason.COMPLEMENTARY),
                        Map.of(),
                        Optional.empty()));
        return new AudienceResult(
                place,
                audience,
                stage,
                AudienceResult.Mode.PROBABILITY,
                50000,
                n + 300,
                Optional.of(n),
                Optional.of(new BigDecimal("81.5")),
                estimate(value, n),
                satisfied,
                items);
    }

    private static AudienceResult withheld(PlaceCode place, Audience audience, Estimate.Reason reason) {
        return new AudienceResult(
                place,
                audience,
                Optional.empty(),
                AudienceResult.Mode.PROBABILITY,
                900,
                50,
                Optional.empty(),
                Optional.empty(),
                new Estimate.Withheld(reason),
                new Estimate.Withheld(reason),
                List.of());
    }

    private static AudienceResult openLink() {
        Estimate plain = new Estimate.Shown(
                new BigDecimal("66.6"),
                Optional.empty(),
                200,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                "plain",
                Optional.empty());
        return new AudienceResult(
                SampleContent.FIRST,
                Audience.PUBLIC,
                Optional.empty(),
                AudienceResult.Mode.OPEN_LINK,
                0,
                0,
                Optional.of(200L),
                Optional.empty(),
                plain,
                plain,
                List.of());
    }

    private static Estimate estimate(BigDecimal value, long n) {
        return new Estimate.Shown(
                value,
                Optional.of(
                        new Estimate.Interval(value.subtract(new BigDecimal("1.6")), value.add(new BigDecimal("1.6")))),
                n,
                Optional.of(n / 10 * 5),
                OptionalInt.of(41),
                Optional.of(new BigDecimal("1.85")),
                "linearised-t",
                Optional.of("A"));
    }

    private static Share share(int percent) {
        return new Share(Share.Bound.ABOUT, percent);
    }
}
