package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.DeviationJson;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.release.DeviationOrder;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.Obstacle;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;
import org.gongshi.templates.office.DeviationsPage;

/** A deviation from the locked plan is proposed by one person and recorded by another (偏离方案). */
final class DeviationHandlers {
    private final House house;
    private final Frames frames;
    private final DeviationDesk desk;

    DeviationHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = new DeviationDesk(house);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/deviations", Action.SEE_ROUND, this::show),
                Route.post("/office/deviations/propose", Action.PROPOSE_DEVIATION, this::propose),
                Route.post("/office/deviations/withdraw", Action.PROPOSE_DEVIATION, this::withdraw),
                Route.post("/office/deviations/confirm", Action.CONFIRM_DEVIATION, this::confirm));
    }

    private Answer show(Visit visit) {
        RoundRecord record = house.round().record();
        return Answer.page(new DeviationsPage(
                frames.frame(visit, "results"),
                record.state() == RoundState.CLOSED ? "open" : record.state() == RoundState.RELEASED ? "over" : "early",
                record.aftermath().seen().map(Object::toString),
                desk.recorded().stream().map(this::recorded).toList(),
                desk.open().stream().map(one -> open(visit, one)).toList()));
    }

    private DeviationsPage.Recorded recorded(Deviation one) {
        return new DeviationsPage.Recorded(
                name(one.place()) + one.told(),
                one.reason(),
                one.decided().toString(),
                String.join("、", one.decidedBy()),
                one.resultsSeen());
    }

    private DeviationsPage.Open open(Visit visit, Obstacle obstacle) {
        Stratum stratum = obstacle.stratum();
        Optional<DeviationDesk.Proposal> proposal = desk.waiting(stratum);
        boolean own = proposal.filter(one -> one.isOf(visit.person())).isPresent();
        return new DeviationsPage.Open(
                stratum.place().value(),
                stratum.audience().key(),
                stratum.stage().map(SchoolStage::key).orElse(""),
                name(stratum.place())
                        + stratum.audience().label()
                        + stratum.stage().map(one -> "（" + one.label() + "）").orElse(""),
                frames.words()
                        .say(
                                obstacle.nobody() ? "deviations.nobody" : "deviations.single",
                                obstacle.people(),
                                obstacle.invited()),
                ways(obstacle),
                proposal.map(one -> new DeviationsPage.Proposal(
                        one.person(),
                        House.moment(one.moment()),
                        way(obstacle, one.order().kind(), one.order().into()),
                        one.order().reason(),
                        own)),
                proposal.isEmpty() && visit.may(Action.PROPOSE_DEVIATION),
                proposal.isPresent() && !own && visit.may(Action.CONFIRM_DEVIATION),
                proposal.isPresent() && visit.may(Action.PROPOSE_DEVIATION));
    }

    /** The nearest neighbour first: what is offered first is what the method names. */
    private List<DeviationsPage.Way> ways(Obstacle obstacle) {
        List<DeviationsPage.Way> ways = new ArrayList<>();
        obstacle.neighbours()
                .forEach(stage -> ways.add(new DeviationsPage.Way(
                        "merged " + stage.key(), way(obstacle, Deviation.Kind.MERGED, Optional.of(stage)))));
        Deviation.Kind other = obstacle.nobody() ? Deviation.Kind.NOT_COVERED : Deviation.Kind.ADJUSTED;
        ways.add(new DeviationsPage.Way(other.key(), way(obstacle, other, Optional.empty())));
        return ways;
    }

    private String way(Obstacle obstacle, Deviation.Kind kind, Optional<SchoolStage> into) {
        String key = kind == Deviation.Kind.MERGED && !obstacle.nobody() ? "collapsed" : kind.key();
        return into.map(stage -> frames.words().say("deviations.way." + key, stage.label()))
                .orElseGet(() -> frames.words().say("deviations.way." + key));
    }

    private Answer propose(Visit visit) {
        String[] way = visit.text("way").split(" ");
        var order = new DeviationOrder(
                Deviation.Kind.ofKey(way[0]).orElseThrow(this::stale),
                stratum(visit),
                way.length == 2 ? SchoolStage.ofKey(way[1]) : Optional.empty(),
                visit.text("reason"));
        if (!desk.propose(order, visit.person())) {
            throw new RoundFault(frames.words().say("deviations.twice"));
        }
        frames.flash(visit, "deviations.proposed");
        return Answer.go("/office/deviations")
                .about("提请偏离方案：" + order.name() + " " + order.kind().label()
                        + order.into().map(SchoolStage::label).orElse(""));
    }

    private Answer withdraw(Visit visit) {
        DeviationDesk.Proposal proposal = desk.waiting(stratum(visit)).orElseThrow(this::stale);
        if (!desk.remove(proposal)) {
            throw stale();
        }
        frames.flash(visit, "deviations.withdrawn");
        return Answer.go("/office/deviations")
                .about("撤回偏离方案的提请：" + proposal.order().name());
    }

    private Answer confirm(Visit visit) {
        DeviationDesk.Proposal proposal = desk.waiting(stratum(visit)).orElseThrow(this::stale);
        if (proposal.isOf(visit.person())) {
            throw new RoundFault(frames.words().say("deviations.own"));
        }
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
        Deviation recorded = desk.confirm(proposal, visit.person());
        desk.remove(proposal);
        frames.flash(visit, "deviations.confirmed");
        return Answer.go("/office/deviations")
                // The digest first: a line of the log is cut at its end.
                .about(DeviationJson.digest(recorded) + " " + recorded.place() + recorded.told() + "；"
                        + String.join(" 提请，", recorded.decidedBy()) + " 复核");
    }

    private Stratum stratum(Visit visit) {
        if (!visit.text("place").matches("\\d{6}")) {
            throw stale();
        }
        return new Stratum(
                new PlaceCode(visit.text("place")),
                Audience.ofKey(visit.text("audience")).orElseThrow(this::stale),
                SchoolStage.ofKey(visit.text("stage")));
    }

    private RoundFault stale() {
        return new RoundFault(frames.words().say("deviations.stale"));
    }

    private String name(PlaceCode code) {
        return house.content().places().stream()
                .filter(place -> place.code().equals(code))
                .map(Place::name)
                .findFirst()
                .orElse(code.value());
    }
}
