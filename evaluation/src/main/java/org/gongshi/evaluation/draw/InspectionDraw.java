package org.gongshi.evaluation.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.SeededStream;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * Draws inspection teams at random (随机抽取检查组, 第十条).
 *
 * <ol>
 *   <li>The places, in code order, are shuffled and dealt to the teams one by one: team 1, team 2, …, team 1, … So the numbers of
 *       places of two teams differ by one at most.
 *   <li>The available inspectors, in the order of their numbers, are shuffled.
 *   <li>Seats are filled in rounds: the first seat of team 1, of team 2, …, then the second seats. A seat goes to the first in the drawn
 *       order without a seat who is not barred from the team's places, whose group has not its full share in the team yet, and with
 *       whom here all seats that remain can still be filled (decided by a largest flow, never by trying).
 *   <li>If the seats cannot all be filled under the places as dealt, the places are dealt again, {@value #DEALS} times at most;
 *       then the draw is infeasible.
 * </ol>
 *
 * <p><i>Balance</i>: every team has exactly the planned size; for a group with <i>g</i> of the <i>n</i> available people a team of
 * size <i>m</i> has at least ⌊mg/n⌋ and at most ⌈mg/n⌉ of them. <i>Fairness</i>: people of the same group who are barred from the same
 * places are equally likely in every seat, since only the drawn order tells them apart.
 */
@Article(10)
public final class InspectionDraw {
    static final int DEALS = 200;
    private static final String PLACES = "gongshi inspection places 1";
    private static final String INSPECTORS = "gongshi inspection inspectors 1";

    private final DrawPlan plan;
    private final Roster roster;
    private final List<Inspector> order;

    private InspectionDraw(Roster roster, DrawPlan plan, CommittedSeed seed) {
        this.roster = roster;
        this.plan = plan;
        this.order = seed.stream(INSPECTORS).shuffled(roster.available());
    }

    /** Draws; the same roster, plan and seed always give the same. */
    public static DrawOutcome draw(Roster roster, DrawPlan plan, CommittedSeed seed) {
        return new InspectionDraw(roster, plan, seed).draw(seed.stream(PLACES));
    }

    private DrawOutcome draw(SeededStream dice) {
        List<List<PlaceCode>> dealt = List.of();
        for (int deal = 1; deal <= DEALS; deal++) {
            dealt = dealt(dice.shuffled(plan.places()));
            Seats seats = new Seats(dealt, plan.size(), roster.groups());
            if (seats.canBeFilledBy(order)) {
                return filled(seats, dealt, deal);
            }
        }
        return infeasible(dealt);
    }

    private List<List<PlaceCode>> dealt(List<PlaceCode> shuffled) {
        List<List<PlaceCode>> dealt = new ArrayList<>();
        for (int team = 0; team < plan.teams(); team++) {
            int first = team;
            dealt.add(IntStream.range(0, shuffled.size())
                    .filter(place -> place % plan.teams() == first)
                    .mapToObj(shuffled::get)
                    .sorted()
                    .toList());
        }
        return dealt;
    }

    private DrawOutcome.Drawn filled(Seats seats, List<List<PlaceCode>> dealt, int deals) {
        List<Inspector> waiting = new ArrayList<>(order);
        List<PassedOver> passedOver = new ArrayList<>();
        for (int seat = 0; seat < plan.seats(); seat++) {
            fill(seats, seat, waiting, passedOver);
        }
        List<Team> teams = new ArrayList<>();
        for (int team = 0; team < dealt.size(); team++) {
            teams.add(new Team(team + 1, dealt.get(team), ids(seats.members(team))));
        }
        return new DrawOutcome.Drawn(teams, deals, ids(order), passedOver);
    }

    private void fill(Seats seats, int seat, List<Inspector> waiting, List<PassedOver> passedOver) {
        int team = seat % plan.teams();
        for (int at = 0; at < waiting.size(); at++) {
            Inspector inspector = waiting.remove(at);
            Optional<PassedOver.Reason> against = against(seats, inspector, team, waiting);
            if (against.isEmpty()) {
                return;
            }
            waiting.add(at, inspector);
            passedOver.add(new PassedOver(seat + 1, team + 1, inspector.id(), against.get()));
        }
        throw new IllegalStateException("a seat stays empty although the flow could fill it");
    }

    /** Takes the seat, or says what is against it. */
    private static Optional<PassedOver.Reason> against(
            Seats seats, Inspector inspector, int team, List<Inspector> others) {
        if (seats.isBarred(inspector, team)) {
            return Optional.of(PassedOver.Reason.BARRED);
        }
        if (seats.isShareFull(inspector, team)) {
            return Optional.of(PassedOver.Reason.SHARE);
        }
        seats.take(inspector, team);
        if (seats.canBeFilledBy(others)) {
            return Optional.empty();
        }
        seats.giveBack(inspector, team);
        return Optional.of(PassedOver.Reason.NEEDED_ELSEWHERE);
    }

    private DrawOutcome.Infeasible infeasible(List<List<PlaceCode>> dealt) {
        Map<Integer, Integer> lacking = new Seats(dealt, plan.size(), roster.groups()).lacking(order);
        List<Inspector> alike = order.stream().map(InspectionDraw::withoutGroup).toList();
        Seats withoutShares = new Seats(dealt, plan.size(), Map.of("", Math.max(1, alike.size())));
        List<Team> teams = lacking.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Team(entry.getKey() + 1, dealt.get(entry.getKey()), List.of()))
                .toList();
        return new DrawOutcome.Infeasible(
                plan.seats(), plan.seats() - sum(lacking), plan.seats() - sum(withoutShares.lacking(alike)), teams);
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Inspector withoutGroup(Inspector each) {
        return new Inspector(each.id(), each.name(), each.home(), each.avoids(), "", each.available());
    }

    private static List<String> ids(List<Inspector> inspectors) {
        return inspectors.stream().map(Inspector::id).toList();
    }
}
