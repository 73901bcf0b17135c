package org.gongshi.survey;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.intake.Intake;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;

/** A small survey for tests: two places, three audiences, six items. */
public final class SurveyFixture {
    public static final RoundKey ROUND = new RoundKey(new EvaluationYear(2025), new PlaceCode("990000"));
    public static final PlaceCode EAST = new PlaceCode("990100");
    public static final PlaceCode WEST = new PlaceCode("990200");
    public static final Instant DURING = Instant.parse("2025-03-20T04:00:00Z");
    public static final Clock CLOCK = Clock.fixed(DURING, ZoneOffset.UTC);
    public static final Stratum EAST_PARENTS = new Stratum(EAST, Audience.PARENT, Optional.of(SchoolStage.PRIMARY));

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECONDS_TO_WAIT = 30;

    private SurveyFixture() {}

    public static LockedForms forms() {
        return formsClosing(OffsetDateTime.parse("2025-04-10T20:00:00+08:00"));
    }

    public static LockedForms formsClosing(OffsetDateTime closes) {
        Map<Audience, Questionnaire> questionnaires = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            questionnaires.put(audience, questionnaire(audience));
        }
        return new LockedForms(plan(closes), questionnaires, Set.of(EAST, WEST));
    }

    public static SurveyPlan plan(OffsetDateTime closes) {
        return new SurveyPlan(
                Digest.of(closes.toString().getBytes(StandardCharsets.UTF_8)),
                OffsetDateTime.parse("2025-03-10T08:00:00+08:00"),
                closes,
                Map.of(
                        5,
                        new BigDecimal(100),
                        4,
                        new BigDecimal(75),
                        3,
                        new BigDecimal(50),
                        2,
                        new BigDecimal(25),
                        1,
                        BigDecimal.ZERO),
                Set.of(5, 4),
                new BigDecimal("0.5"),
                1,
                new SurveyPlan.Thresholds(10, 30, new BigDecimal("0.5"), 3),
                new SurveyPlan.Quality(new BigDecimal("1.5"), 5),
                Map.of(
                        Audience.PARENT, List.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR),
                        Audience.STUDENT, List.of(SchoolStage.JUNIOR)),
                SurveyPlan.LonelyCluster.ADJUST,
                WeightingPlan.STANDARD,
                Optional.empty(),
                List.of());
    }

    public static Questionnaire questionnaire(Audience audience) {
        List<Question.Rating> items = List.of("P01", "P02", "P03", "P04", "P05", "P06").stream()
                .map(code -> new Question.Rating(code, "A1", "您对" + code + "是否满意？"))
                .toList();
        return new Questionnaire(
                audience,
                Digest.of(("questionnaire " + audience.key()).getBytes(StandardCharsets.UTF_8)),
                audience.label() + "满意度调查",
                "匿名填写",
                List.of(option(5), option(4), option(3), option(2), option(1)),
                option(9),
                items,
                Optional.of(new Question.Check("P90", "本题请选择“一般”", 3)),
                Optional.of(new Question.Choice("P91", "与去年相比", List.of(option(1), option(2), option(3)))),
                Optional.of(new Question.Priority("P92", "最需要改进的", 2)),
                Optional.of(new Question.Remark("P93", "其他意见", 20)));
    }

    public static SurveyRound round(Path parent) {
        return round(parent, CLOCK);
    }

    public static SurveyRound round(Path parent, Clock clock) {
        return new SurveyRound(files(parent), Optional.of(ROUND), key -> forms(), clock, RANDOM);
    }

    public static SurveyFiles files(Path parent) {
        return SurveyFiles.beside(parent.resolve("data"));
    }

    public static List<AccessCode> mintParents(SurveyRound round, int count) {
        return round.mint(new MintOrder(EAST_PARENTS, Optional.of("第一小学"), count))
                .codes();
    }

    public static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static Submission parent(String nonce, AccessCode code) {
        return submission(Audience.PARENT, nonce, Optional.of(code.printed()), Optional.empty(), Optional.empty());
    }

    public static Submission openLink(String nonce) {
        return submission(Audience.PUBLIC, nonce, Optional.empty(), Optional.of(WEST), Optional.empty());
    }

    public static Submission submission(
            Audience audience,
            String nonce,
            Optional<String> code,
            Optional<PlaceCode> place,
            Optional<String> remark) {
        return new Submission(
                audience,
                nonce,
                code,
                place,
                Optional.empty(),
                questionnaire(audience).digest(),
                answers(),
                remark,
                OptionalInt.of(120));
    }

    public static Map<String, Answer> answers() {
        return Map.of(
                "P01", new Answer.Chosen(5),
                "P02", new Answer.Chosen(4),
                "P03", new Answer.Chosen(9),
                "P92", new Answer.Picked(List.of("P03", "P01")));
    }

    /** The reply, which must come within half a minute. */
    public static Reply send(Intake intake, Submission submission) {
        return intake.submit(submission)
                .toCompletableFuture()
                .orTimeout(SECONDS_TO_WAIT, TimeUnit.SECONDS)
                .join();
    }

    public static Path temporaryFolder() throws IOException {
        return java.nio.file.Files.createTempDirectory("survey");
    }

    private static Option option(int value) {
        return new Option(value, "选项" + value);
    }
}
