package org.gongshi.survey.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.evaluation.site.Site;
import org.gongshi.survey.access.OpenDoor;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.round.Room;

/** A whole survey around the web, running on a free port: real questionnaires, invented places, an intake in memory. */
final class House implements AutoCloseable {
    static final Limits QUICK = new Limits(
            65_536, 20, Duration.ofSeconds(60), Duration.ofMillis(50), Duration.ofSeconds(2), Optional.of("127.0.0.9"));

    static final String TITLE = "2026年度履行教育职责评价";

    final MemoryIntake intake = new MemoryIntake();
    final Map<Audience, Questionnaire> questionnaires = RealQuestionnaires.read();
    /** Computer rooms by their teacher's code. */
    final Map<String, Room> rooms = new ConcurrentHashMap<>();

    final SurveyApp app;
    private final Collaborators collaborators;
    private volatile SurveyState state = SurveyState.OPEN;
    private volatile LiveStatus live = new LiveStatus(true, 3, 4096);
    private volatile Optional<List<String>> receipts = Optional.empty();

    private House(Limits limits, Optional<OpenDoor> door, OpenLinkRules rules, Clock clock) {
        this(limits, door, rules, clock, List.of(), Optional.empty());
    }

    private House(
            Limits limits,
            Optional<OpenDoor> door,
            OpenLinkRules rules,
            Clock clock,
            List<Translation> translations,
            Optional<ClueBox> clues) {
        this.collaborators = new Collaborators(
                intake,
                questionnaires,
                Optional.of(plan()),
                TITLE,
                places(),
                site(),
                () -> state,
                () -> live,
                prefix -> receipts.map(all ->
                        all.stream().filter(one -> one.startsWith(prefix)).toList()),
                House::readCode,
                clock,
                new Random(20260506),
                code -> Optional.ofNullable(rooms.get(code)),
                door,
                rules,
                URI.create("https://survey.example.org"),
                limits,
                translations);
        this.app = new SurveyApp(collaborators, clues);
    }

    /** What the web gets, without a server. */
    static Collaborators collaborators() {
        var standing = Clock.fixed(Instant.parse("2026-05-06T02:00:00Z"), ZoneOffset.UTC);
        return new House(QUICK, Optional.empty(), OpenLinkRules.USUAL, standing).collaborators;
    }

    static House open() {
        return open(QUICK);
    }

    static House open(Limits limits) {
        var standing = Clock.fixed(Instant.parse("2026-05-06T02:00:00Z"), ZoneOffset.UTC);
        return started(new House(limits, Optional.empty(), OpenLinkRules.USUAL, standing));
    }

    /** The open link costs something here, by a clock that goes. */
    static House guarded(OpenDoor door, OpenLinkRules rules, Clock clock) {
        return started(new House(QUICK, Optional.of(door), rules, clock));
    }

    /** With languages to choose, of letters that mean nothing. */
    static House speaking(String... languages) {
        return speaking(Optional.empty(), languages);
    }

    /** The same with a box of clues. */
    static House speaking(Optional<ClueBox> clues, String... languages) {
        var standing = Clock.fixed(Instant.parse("2026-05-06T02:00:00Z"), ZoneOffset.UTC);
        List<Translation> translations = Stream.of(languages)
                .map(language ->
                        PseudoLanguage.translation(language, site(), TITLE, places(), RealQuestionnaires.read()))
                .toList();
        return started(new House(QUICK, Optional.empty(), OpenLinkRules.USUAL, standing, translations, clues));
    }

    private static House started(House house) {
        house.app.start(0);
        return house;
    }

    /** As on the first day: open, nothing kept, no code issued. */
    void freshen() {
        intake.empty();
        state = SurveyState.OPEN;
        live = new LiveStatus(true, 3, 4096);
        receipts = Optional.empty();
    }

    void turn(SurveyState now) {
        state = now;
    }

    void turn(LiveStatus now) {
        live = now;
    }

    void publish(List<String> all) {
        receipts = Optional.of(all);
    }

    String address() {
        return "http://127.0.0.1:" + app.port();
    }

    @Override
    public void close() {
        app.stop();
    }

    /** As typed on a phone: small letters, blanks and hyphens are forgiven. */
    private static Optional<String> readCode(String typed) {
        String code = typed.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        return Optional.of(code).filter(text -> text.matches("[0-9A-Z]{17}|[0-9A-Z]{13}"));
    }

    private static List<Place> places() {
        return List.of(place("990100", "青岩市", "qingyan"), place("990200", "白桦盟", "baihua"));
    }

    private static Place place(String code, String name, String slug) {
        var parent = Optional.of(new PlaceCode("990000"));
        return new Place(new PlaceCode(code), name, name + "人民政府", Tier.LEAGUE, slug, parent);
    }

    private static SurveyPlan plan() {
        List<SchoolStage> stages = List.of(SchoolStage.values());
        return new SurveyPlan(
                Digest.of(new byte[0]),
                OffsetDateTime.parse("2026-05-06T08:00:00+08:00"),
                OffsetDateTime.parse("2026-05-20T22:00:00+08:00"),
                Map.of(5, BigDecimal.valueOf(100), 1, BigDecimal.ZERO),
                Set.of(5),
                BigDecimal.ONE,
                1,
                new SurveyPlan.Thresholds(10, 30, BigDecimal.ZERO, 3),
                new SurveyPlan.Quality(BigDecimal.ONE, 8),
                Map.of(Audience.PARENT, stages, Audience.STUDENT, stages),
                SurveyPlan.LonelyCluster.FAIL,
                WeightingPlan.STANDARD,
                Optional.empty(),
                List.of());
    }

    private static Site site() {
        return new Site(
                "示例自治区教育督导",
                "survey.example.org",
                "9900000001",
                true,
                LocalDate.of(2026, 5, 6),
                "示例自治区人民政府教育督导委员会办公室",
                "示例单位",
                "无",
                "无",
                new Site.Contact("000-0000000", "示例路 1 号", Optional.empty()),
                "CC BY 4.0",
                "教育");
    }
}
