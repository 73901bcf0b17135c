package org.gongshi.evaluation.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionDrawTest {
    private static final List<PlaceCode> LEAGUES = leagues(12);

    @Test
    void the_same_roster_plan_and_seed_always_give_the_same_teams_whatever_the_order_of_the_rows() {
        List<Inspector> rows = new ArrayList<>(inspectors(60, 7));
        DrawOutcome first = InspectionDraw.draw(new Roster(rows), new DrawPlan(LEAGUES, 6, 5), seed("seed"));
        Collections.shuffle(rows, new Random(3));
        List<PlaceCode> reversed = new ArrayList<>(LEAGUES);
        Collections.reverse(reversed);

        assertThat(InspectionDraw.draw(new Roster(rows), new DrawPlan(reversed, 6, 5), seed("seed")))
                .isEqualTo(first);
        assertThat(InspectionDraw.draw(new Roster(rows), new DrawPlan(LEAGUES, 6, 5), seed("seed2")))
                .isNotEqualTo(first);
    }

    @Test
    void a_draw_without_rules_is_the_shuffled_order_dealt_in_rounds() {
        List<Inspector> people = IntStream.range(0, 6)
                .mapToObj(each -> person("D" + each, Optional.empty(), Set.of(), ""))
                .toList();

        var drawn = (DrawOutcome.Drawn)
                InspectionDraw.draw(new Roster(people), new DrawPlan(leagues(3), 3, 2), seed("2025 first draw"));

        // Made by a program in another language from the description.
        assertThat(drawn.order()).containsExactly("D4", "D1", "D3", "D0", "D5", "D2");
        assertThat(drawn.teams())
                .containsExactly(
                        new Team(1, List.of(code("990300")), List.of("D4", "D0")),
                        new Team(2, List.of(code("990100")), List.of("D1", "D5")),
                        new Team(3, List.of(code("990200")), List.of("D3", "D2")));
    }

    @ParameterizedTest(name = "an inspector of {0} is barred from {1}: {2}")
    @CsvSource({
        "990100, 990100, true",
        "990121, 990100, true", // a banner of the league
        "990100, 990121, true", // the league above the banner
        "990121, 990121, true",
        "990121, 990122, false", // a neighbouring banner of the same league
        "990100, 990200, false",
        "990121, 990200, false",
    })
    void nobody_inspects_the_own_place_nor_one_above_or_below_it(String home, String place, boolean barred) {
        assertThat(person("D1", Optional.of(code(home)), Set.of(), "").isBarredFrom(code(place)))
                .isEqualTo(barred);
        assertThat(person("D1", Optional.empty(), Set.of(code(home)), "").isBarredFrom(code(place)))
                .isEqualTo(barred);
    }

    @Test
    void every_draw_keeps_every_rule_over_hundreds_of_random_rosters() {
        int drawn = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random dice = new Random(seed);
            Roster roster = new Roster(inspectors(8 + dice.nextInt(40), seed));
            int teams = 1 + dice.nextInt(6);
            DrawPlan plan = new DrawPlan(leagues(teams + dice.nextInt(4)), teams, 1 + dice.nextInt(4));
            if (InspectionDraw.draw(roster, plan, seed("s" + seed)) instanceof DrawOutcome.Drawn outcome) {
                keepsTheRules(roster, plan, outcome);
                drawn++;
            }
        }
        assertThat(drawn).isBetween(100, 299);
    }

    @Test
    void a_draw_is_infeasible_only_when_trying_every_assignment_finds_none() {
        int infeasible = 0;
        for (int seed = 0; seed < 250; seed++) {
            Random dice = new Random(1000 + seed);
            Roster roster = new Roster(inspectors(2 + dice.nextInt(4), 1000 + seed));
            List<List<PlaceCode>> places = List.of(List.of(LEAGUES.get(0)), List.of(LEAGUES.get(1)));
            int size = 1 + dice.nextInt(2);
            Seats seats = new Seats(places, size, roster.groups());
            boolean possible =
                    tried(roster, places, size, new ArrayList<>(List.of(List.of(), List.of())), roster.available());
            assertThat(seats.canBeFilledBy(roster.available()))
                    .as("seed " + seed)
                    .isEqualTo(possible);
            infeasible += possible ? 0 : 1;
        }
        assertThat(infeasible).isBetween(30, 220);
    }

    @Test
    void people_who_are_alike_are_equally_often_in_every_team() {
        Roster roster = new Roster(inspectors(12, 5));
        DrawPlan plan = new DrawPlan(leagues(3), 3, 2);
        Map<String, Integer> alike = new TreeMap<>();
        roster.available().stream()
                .filter(each -> each.home().isEmpty()
                        && each.avoids().isEmpty()
                        && each.group().equals("基础教育"))
                .forEach(each -> alike.put(each.id(), 0));
        int draws = 3000;
        for (int draw = 0; draw < draws; draw++) {
            var drawn = (DrawOutcome.Drawn) InspectionDraw.draw(roster, plan, seed("draw " + draw));
            drawn.teams().get(0).members().forEach(id -> alike.computeIfPresent(id, (key, count) -> count + 1));
        }
        double mean =
                alike.values().stream().mapToInt(Integer::intValue).average().orElseThrow();

        assertThat(alike).hasSizeGreaterThan(2);
        // Five standard deviations of a binomial count.
        double spread = 5 * Math.sqrt(mean * (1 - mean / draws));
        assertThat(alike.values()).allMatch(count -> Math.abs(count - mean) < spread);
    }

    @Test
    void what_cannot_be_drawn_says_which_teams_lack_people_and_whether_the_shares_are_to_blame() {
        PlaceCode first = LEAGUES.get(0);
        List<Inspector> people = List.of(
                person("D1", Optional.of(first), Set.of(), ""),
                person("D2", Optional.of(first), Set.of(), ""),
                person("D3", Optional.empty(), Set.of(), ""));

        var refused = (DrawOutcome.Infeasible)
                InspectionDraw.draw(new Roster(people), new DrawPlan(leagues(1), 1, 2), seed("seed"));

        assertThat(refused.seats()).isEqualTo(2);
        assertThat(refused.fillable()).isEqualTo(1);
        assertThat(refused.withoutShares()).isEqualTo(1);
        assertThat(refused.lacking()).extracting(Team::places).containsExactly(List.of(first));
    }

    @Test
    void a_changed_record_is_no_longer_reproduced() {
        Roster roster = new Roster(inspectors(30, 9));
        DrawPlan plan = new DrawPlan(LEAGUES, 4, 4);
        CommittedSeed seed = new CommittedSeed("a secret that was kept", Optional.of("07 11 19 22 30 05"));
        Digest file = Digest.of("the roster's file".getBytes(StandardCharsets.UTF_8));
        var drawn = (DrawOutcome.Drawn) InspectionDraw.draw(roster, plan, seed);
        var promise = Optional.of(seed.commitment());
        DrawRecord record = new DrawRecord(file, roster, plan, promise, seed, drawn);

        assertThat(record.isReproduced()).isTrue();
        assertThat(record.keepsCommitment()).isTrue();
        CommittedSeed otherEvent = new CommittedSeed(seed.secret(), Optional.of("1"));
        assertThat(new DrawRecord(file, roster, plan, promise, otherEvent, drawn).isReproduced())
                .isFalse();
        DrawRecord other = new DrawRecord(file, roster, plan, promise, seed("another"), drawn);
        assertThat(other.isReproduced()).isFalse();
        assertThat(other.keepsCommitment()).isFalse();
    }

    private static CommittedSeed seed(String secret) {
        return new CommittedSeed(secret, Optional.empty());
    }

    private static void keepsTheRules(Roster roster, DrawPlan plan, DrawOutcome.Drawn drawn) {
        Map<String, Inspector> byId = new TreeMap<>();
        roster.available().forEach(each -> byId.put(each.id(), each));
        Set<String> seen = new HashSet<>();
        List<PlaceCode> inspected = new ArrayList<>();
        for (Team team : drawn.teams()) {
            assertThat(team.members()).hasSize(plan.size());
            assertThat(team.places().size())
                    .isBetween(
                            plan.places().size() / plan.teams(), (plan.places().size() - 1) / plan.teams() + 1);
            inspected.addAll(team.places());
            for (String id : team.members()) {
                assertThat(seen.add(id)).as(id + " sits twice").isTrue();
                assertThat(team.places()).noneMatch(byId.get(id)::isBarredFrom);
            }
            roster.groups().forEach((group, count) -> {
                long has = team.members().stream()
                        .filter(id -> byId.get(id).group().equals(group))
                        .count();
                double share = (double) plan.size() * count / byId.size();
                assertThat((double) has).isBetween(Math.floor(share), Math.ceil(share));
            });
        }
        assertThat(inspected).containsExactlyInAnyOrderElementsOf(plan.places());
    }

    /** Every assignment one after the other, by a way of its own. */
    private static boolean tried(
            Roster roster, List<List<PlaceCode>> places, int size, List<List<Inspector>> teams, List<Inspector> left) {
        if (teams.stream().allMatch(team -> team.size() == size)) {
            return teams.stream()
                    .allMatch(team -> roster.groups().entrySet().stream()
                            .allMatch(group -> Math.abs(team.stream()
                                                    .filter(each -> each.group().equals(group.getKey()))
                                                    .count()
                                            - (double) size
                                                    * group.getValue()
                                                    / roster.available().size())
                                    < 1));
        }
        for (int person = 0; person < left.size(); person++) {
            Inspector inspector = left.get(person);
            List<Inspector> rest = left.subList(person + 1, left.size());
            for (int team = 0; team < teams.size(); team++) {
                if (teams.get(team).size() < size && places.get(team).stream().noneMatch(inspector::isBarredFrom)) {
                    List<List<Inspector>> next = new ArrayList<>(teams);
                    List<Inspector> members = new ArrayList<>(teams.get(team));
                    members.add(inspector);
                    next.set(team, members);
                    if (tried(roster, places, size, next, rest)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Inspector> inspectors(int count, int seed) {
        Random dice = new Random(seed);
        List<Inspector> people = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            Optional<PlaceCode> home =
                    dice.nextInt(3) == 0 ? Optional.of(LEAGUES.get(dice.nextInt(3))) : Optional.empty();
            Set<PlaceCode> avoids = dice.nextInt(6) == 0 ? Set.of(LEAGUES.get(dice.nextInt(12))) : Set.of();
            String group = dice.nextInt(3) == 0 ? "职业教育" : "基础教育";
            people.add(new Inspector(
                    String.format("D%03d", each), "督学" + each, home, avoids, group, dice.nextInt(10) > 0));
        }
        return people;
    }

    private static Inspector person(String id, Optional<PlaceCode> home, Set<PlaceCode> avoids, String group) {
        return new Inspector(id, "", home, avoids, group, true);
    }

    private static List<PlaceCode> leagues(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(each -> code(String.format("99%02d00", each)))
                .toList();
    }

    private static PlaceCode code(String value) {
        return new PlaceCode(value);
    }
}
