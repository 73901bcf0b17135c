package org.gongshi.survey.console;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.release.DeviationOrder;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.Obstacle;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;

/** What stands in the way of a release, what is on file about it, and what one person proposed, in the office's file (偏离方案). */
final class DeviationDesk {
    private static final String NOTE = "deviation.proposal";

    private final House house;
    private Optional<Kept> kept = Optional.empty();

    DeviationDesk(House house) {
        this.house = Objects.requireNonNull(house, "house");
    }

    /** What one person proposed about a stratum. @param account by sign-in name */
    record Proposal(DeviationOrder order, String account, String person, OffsetDateTime moment) {
        boolean isOf(Person other) {
            return account.equals(other.name()) || person.equals(other.person());
        }

        private String write() {
            return String.join(
                    "\n",
                    order.kind().key(),
                    order.into().map(SchoolStage::key).orElse(""),
                    order.reason(),
                    account,
                    person,
                    moment.toString());
        }

        private static Proposal read(Stratum stratum, String note) {
            String[] lines = note.split("\n");
            var order = new DeviationOrder(
                    Deviation.Kind.ofKey(lines[0]).orElseThrow(), stratum, SchoolStage.ofKey(lines[1]), lines[2]);
            return new Proposal(order, lines[3], lines[4], OffsetDateTime.parse(lines[5]));
        }
    }

    /** Obstacles, and over which files of the content; who answered does not change any more. */
    private record Kept(String inputs, List<Obstacle> obstacles) {}

    List<Deviation> recorded() {
        return house.round().record().aftermath().deviations();
    }

    /** Strata that nothing is on file about; none before the close and after the release. */
    List<Obstacle> open() {
        RoundRecord record = house.round().record();
        if (record.state() != RoundState.CLOSED || !record.destroyed()) {
            return List.of();
        }
        return obstacles(record).stream()
                .filter(obstacle -> recorded().stream()
                        .noneMatch(one ->
                                obstacle.stratum().equals(new Stratum(one.place(), one.audience(), one.stage()))))
                .toList();
    }

    private synchronized List<Obstacle> obstacles(RoundRecord record) {
        String inputs = record.closed() + " " + PlanLock.digest(house.content().forms()) + " "
                + house.content().populations().hashCode() + " "
                + house.content().places().hashCode();
        if (kept.filter(one -> one.inputs().equals(inputs)).isEmpty()) {
            kept = Optional.of(new Kept(inputs, compute(record)));
        }
        return kept.orElseThrow().obstacles();
    }

    private List<Obstacle> compute(RoundRecord record) {
        return new RoundRelease(house.content().root(), house.files(), record, house.round()::tally)
                .obstacles(house.today());
    }

    Optional<Proposal> waiting(Stratum stratum) {
        return house.office().note(note(stratum)).map(text -> Proposal.read(stratum, text));
    }

    /** Keeps it for the second person, once it is known that it could be recorded. */
    boolean propose(DeviationOrder order, Person person) {
        order.check(obstacles(house.round().record()), recorded(), List.of(person.person(), "（待复核）"), house.today());
        var proposal = new Proposal(
                order,
                person.name(),
                person.person(),
                house.clock().instant().atOffset(House.ZONE).withNano(0));
        return house.office().note(note(order.stratum()), Optional.empty(), Optional.of(proposal.write()));
    }

    boolean remove(Proposal proposal) {
        return house.office().note(note(proposal.order().stratum()), Optional.of(proposal.write()), Optional.empty());
    }

    /** Records what another person proposed. @return as it is on file */
    Deviation confirm(Proposal proposal, Person second) {
        Deviation deviation = proposal.order()
                .check(
                        obstacles(house.round().record()),
                        recorded(),
                        List.of(proposal.person(), second.person()),
                        house.today());
        house.round().deviate(deviation);
        return recorded().stream()
                .filter(deviation::isOfSameStratum)
                .findFirst()
                .orElseThrow(() -> new RoundFault("偏离方案没有登记成功"));
    }

    private String note(Stratum stratum) {
        return NOTE + " " + house.round().round() + " " + stratum.place() + " "
                + stratum.audience().key() + " "
                + stratum.stage().map(SchoolStage::key).orElse("-");
    }
}
