package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.results.Surveys.place;
import static org.gongshi.survey.results.Surveys.population;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.disclosure.AnalysisAudit;
import org.gongshi.evaluation.disclosure.RevisionAudit;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Doubt;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.junit.jupiter.api.Test;

/** Nobody is found by what stands beside the rows; and where its guards are left out, somebody is. */
class LineAttackTest {
    private static final Protection UNGUARDED = new Protection(Complement::close, true, true, false);
    private static final int ROUNDS = 60;
    private static final double RARE = 0.4;

    /** The public of a few places; a rare group has four tenths of the people and a handful of the sheets. */
    private static final class RareGroup {
        final List<Response> sheets = new ArrayList<>();
        final List<Population> populations = new ArrayList<>();
        final int places;
        final List<Integer> rare = new ArrayList<>();
        final SurveyPlan plan;

        RareGroup(long seed) {
            var random = new Random(seed);
            places = 1 + random.nextInt(3);
            Map<PlaceCode, Map<Integer, BigDecimal>> shares = new TreeMap<>();
            for (int number = 1; number <= places; number++) {
                int people = 90 + random.nextInt(60);
                int rare = 1 + random.nextInt(18);
                this.rare.add(rare);
                populations.add(population(place(number), Audience.PUBLIC, null, 20_000, people + rare + 10));
                shares.put(place(number), Map.of(1, new BigDecimal("0.6"), 2, BigDecimal.valueOf(RARE)));
                for (int person = 0; person < people + rare; person++) {
                    add(number, person < people ? 1 : 2, random, person < people ? 3.9 : 1 + 4 * random.nextDouble());
                }
            }
            plan = Surveys.with(
                    Surveys.plan(),
                    new WeightingPlan(
                            Optional.empty(),
                            List.of(new ProfileMargin(Audience.PUBLIC, "Q1", Map.of(), shares)),
                            Set.of()),
                    Optional.empty());
        }

        private void add(int place, int group, Random random, double mood) {
            Map<String, Answer> answers = new TreeMap<>();
            for (int item = 1; item <= 3; item++) {
                int value = (int) Math.max(1, Math.min(5, Math.round(mood + 0.8 * random.nextGaussian())));
                answers.put(Surveys.code(item), new Answer.Chosen(value));
            }
            answers.put("Q1", new Answer.Chosen(group));
            sheets.add(new Response(Audience.PUBLIC, place(place), Optional.empty(), Mode.CODE, 0, Set.of(), answers));
        }

        ReleasedResults release(Protection protection) {
            var questionnaire = Surveys.withProfile(Surveys.questionnaire(Audience.PUBLIC, 3), 2);
            return released(Surveys.request(plan, places, List.of(questionnaire), populations), protection, sheets);
        }
    }

    private static ReleasedResults released(ReleaseRequest request, Protection protection, List<Response> sheets) {
        Outcome outcome = new ResultsRelease(request, protection).run(sheets::forEach);
        assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Released.class);
        return ((Outcome.Released) outcome).results();
    }

    private static List<String> rareGroups(Protection protection) {
        List<String> found = new ArrayList<>();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var round = new RareGroup(seed);
            var attacker = new LineAttacker(round.release(protection));
            for (int place = 1; place <= round.places; place++) {
                if (round.rare.get(place - 1) < 10) {
                    attacker.twoGroups(place(place), RARE, round.rare.get(place - 1));
                }
            }
            if (round.places == 1) {
                attacker.kish(RARE);
            }
            found.addAll(attacker.found());
        }
        return found;
    }

    @Test
    void what_a_handful_of_unusual_weight_thinks_does_not_follow_from_two_totals() {
        assertThat(rareGroups(Protection.FULL)).isEmpty();
        assertThat(rareGroups(UNGUARDED))
                .as("without the guards")
                .anyMatch(text -> text.contains("think"))
                .anyMatch(text -> text.contains("rare group has"))
                .hasSizeGreaterThan(ROUNDS / 3);
    }

    /** The guard must not empty the table: where every group is large, both totals are published. */
    @Test
    void the_unweighted_line_stands_where_every_group_is_large() {
        long shown = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            shown += new RareGroup(seed)
                    .release(Protection.FULL).results().stream()
                            .filter(row -> row.sensitivity()
                                    .flatMap(lines -> lines.unweighted())
                                    .isPresent())
                            .count();
        }
        assertThat(shown).isGreaterThan(ROUNDS / 4);
    }

    /** Places of equal weighting; a few sheets of each are doubted, often fewer than ten. */
    private static ReleasedResults doubts(long seed, Protection protection) {
        var random = new Random(seed);
        List<Response> sheets = new ArrayList<>();
        List<Population> populations = new ArrayList<>();
        int places = 2 + random.nextInt(3);
        for (int number = 1; number <= places; number++) {
            int people = 60 + random.nextInt(40);
            int doubted = random.nextInt(3) == 0 ? 10 + random.nextInt(5) : random.nextInt(10);
            populations.add(
                    population(place(number), Audience.PUBLIC, null, 5000 + random.nextInt(50_000), people + 5));
            for (int person = 0; person < people; person++) {
                Map<String, Answer> answers = new TreeMap<>();
                int value = person < doubted ? 1 + random.nextInt(2) : 3 + random.nextInt(3);
                answers.put(Surveys.code(1), new Answer.Chosen(value));
                Set<QualityFlag> flags = person < doubted ? Set.of(QualityFlag.TOO_FAST) : Set.of();
                sheets.add(
                        new Response(Audience.PUBLIC, place(number), Optional.empty(), Mode.CODE, 0, flags, answers));
            }
        }
        SurveyPlan plan = Surveys.with(
                Surveys.plan(),
                new WeightingPlan(Optional.empty(), List.of(), EnumSet.allOf(Doubt.class)),
                Optional.empty());
        return released(
                Surveys.request(plan, places, List.of(Surveys.questionnaire(Audience.PUBLIC, 1)), populations),
                protection,
                sheets);
    }

    private static List<String> doubted(Protection protection) {
        List<String> found = new ArrayList<>();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var attacker = new LineAttacker(doubts(seed, protection));
            attacker.doubted(Audience.PUBLIC);
            found.addAll(attacker.found());
        }
        return found;
    }

    @Test
    void how_many_sheets_are_doubted_and_what_they_say_does_not_follow_from_the_whole() {
        assertThat(doubted(Protection.FULL)).isEmpty();
        assertThat(doubted(UNGUARDED))
                .as("without the guard")
                .anyMatch(text -> text.contains("each of the silent has"))
                .anyMatch(text -> text.contains("think"))
                .hasSizeGreaterThan(ROUNDS / 6);
        long told = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            told += doubts(seed, Protection.FULL)
                    .find(Surveys.ORGANIZER, Audience.PUBLIC)
                    .flatMap(row -> row.sensitivity())
                    .flatMap(lines -> lines.doubted())
                    .stream()
                    .count();
        }
        assertThat(told).as("the guard must not silence everybody").isGreaterThan(ROUNDS / 10);
    }

    private static List<org.gongshi.evaluation.finding.Finding> audit(ReleasedResults results, SurveyPlan plan) {
        return AnalysisAudit.of(plan, results, Location.of("results.json"));
    }

    private static ReleasedResults with(ReleasedResults results, Analysis analysis) {
        return new ReleasedResults(
                results.round(),
                results.plan(),
                results.questionnaires(),
                results.method(),
                results.opened(),
                results.closed(),
                results.released(),
                results.releasedBy(),
                results.results(),
                analysis,
                results.collected());
    }

    /** Twelve of the public are left at place 4: its index is hidden. */
    private static Fieldbook withHiddenAudience(long seed) {
        var book = new Fieldbook(seed);
        int[] left = {12};
        book.sheets.removeIf(
                sheet -> sheet.audience() == Audience.PUBLIC && sheet.place().equals(place(4)) && --left[0] < 0);
        return book;
    }

    @Test
    void no_hidden_audience_is_a_composite_less_the_others() {
        for (int seed = 40; seed < 44; seed++) {
            var book = withHiddenAudience(seed);
            // The margins by place would ask for ages that nobody of the twelve may have.
            SurveyPlan plan = Surveys.with(
                    book.plan, new WeightingPlan(Optional.empty(), List.of(), Set.of()), book.plan.composite());
            ReleaseRequest request = Surveys.request(
                    plan, Fieldbook.PLACES, List.copyOf(book.questionnaires.values()), book.populations);
            ReleasedResults results = released(request, Protection.FULL, book.sheets);
            var attacker = new LineAttacker(results);
            attacker.composites(plan.composite().orElseThrow());
            assertThat(attacker.found()).isEmpty();
            assertThat(audit(results, plan)).isEmpty();

            Estimate.Shown other = results.analysis().composites().stream()
                    .map(CompositeResult::index)
                    .filter(Estimate.Shown.class::isInstance)
                    .map(Estimate.Shown.class::cast)
                    .findFirst()
                    .orElseThrow();
            List<CompositeResult> planted = new ArrayList<>(results.analysis().composites());
            planted.replaceAll(composite -> composite.place().equals(place(4))
                    ? new CompositeResult(place(4), EnumSet.allOf(Audience.class), other)
                    : composite);
            ReleasedResults careless = with(
                    results,
                    new Analysis(
                            results.analysis().weights(),
                            results.analysis().reliability(),
                            planted,
                            results.analysis().rankings()));
            var second = new LineAttacker(careless);
            second.composites(plan.composite().orElseThrow());
            assertThat(second.found()).as("a composite over a hidden index").isNotEmpty();
            assertThat(audit(careless, plan))
                    .anySatisfy(finding -> assertThat(finding.message()).contains("990400 综合指数"));
        }
    }

    @Test
    void a_p_value_says_a_level_and_no_more() {
        for (int seed = 50; seed < 53; seed++) {
            var book = new Fieldbook(seed);
            ReleasedResults results = released(book.request(), Protection.FULL, book.sheets);
            assertThat(audit(results, book.plan)).isEmpty();
            assertThat(results.analysis().rankings()).isNotEmpty();
            for (Ranking ranking : results.analysis().rankings()) {
                assertThat(ranking.pairs()).isNotEmpty().allSatisfy(pair -> {
                    assertThat(Ranking.Pair.LEVELS).contains(pair.p());
                    assertThat(pair.distinct()).isEqualTo(pair.p().compareTo(new BigDecimal("0.05")) <= 0);
                });
            }
        }
    }

    /** Up to nine sheets voided or changed: whatever differs then is refused, by whichever number it would show. */
    @Test
    void two_versions_never_differ_by_a_handful_of_sheets() {
        int different = 0;
        for (int seed = 60; seed < 70; seed++) {
            var book = new Fieldbook(60 + seed % 3);
            ReleasedResults first = released(book.request(), Protection.FULL, book.sheets);
            var random = new Random(seed);
            for (int few = 1 + random.nextInt(9); few > 0; few--) {
                int at = random.nextInt(book.sheets.size());
                Response sheet = book.sheets.remove(at);
                if (random.nextBoolean()) {
                    book.sheets.add(at, changed(sheet, random));
                }
            }
            Outcome outcome = new ResultsRelease(book.request(), Protection.FULL).run(book.sheets::forEach);
            if (!(outcome instanceof Outcome.Released again)) {
                continue;
            }
            boolean same = first.results().equals(again.results().results())
                    && first.analysis().equals(again.results().analysis());
            different += same ? 0 : 1;
            assertThat(RevisionAudit.of(first, again.results(), Location.of("results.json"))
                            .isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(same);
        }
        assertThat(different).isGreaterThan(5);
    }

    /** Nothing of the rows differs, but the doubts do, or alpha, or a p-value: even that is a difference. */
    @Test
    void a_change_that_only_stands_beside_the_rows_is_refused() {
        var book = new Fieldbook(61);
        ReleasedResults first = released(book.request(), Protection.FULL, book.sheets);
        Analysis analysis = first.analysis();
        ReleasedResults later = with(
                first, new Analysis(List.of(), analysis.reliability(), analysis.composites(), analysis.rankings()));
        assertThat(RevisionAudit.of(first, later, Location.of("results.json")))
                .extracting(org.gongshi.evaluation.finding.Finding::message)
                .anySatisfy(text -> assertThat(text).contains("附加分析改变了"));
        assertThat(RevisionAudit.of(first, first, Location.of("results.json"))).isEmpty();
    }

    private static Response changed(Response sheet, Random random) {
        Map<String, Answer> answers = new TreeMap<>(sheet.answers());
        answers.put(Surveys.code(1), new Answer.Chosen(1 + random.nextInt(5)));
        return new Response(
                sheet.audience(), sheet.place(), sheet.stage(), sheet.mode(), sheet.cluster(), sheet.flags(), answers);
    }
}
