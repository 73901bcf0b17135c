package org.gongshi.survey.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.survey.handover.HandoverPack;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.release.ScoreTakeOver;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;
import org.gongshi.templates.office.ResultsPage;

/** Results after the close, and their release by two people (结果预览与发布). */
final class ResultHandlers {
    private final House house;
    private final Frames frames;
    private final Previews previews;

    ResultHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.previews = new Previews(house);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/results", Action.PREVIEW_RESULTS, this::show),
                Route.take("/office/results/preview.json", Action.PREVIEW_RESULTS, this::download),
                Route.post("/office/results/propose", Action.PROPOSE_RELEASE, this::propose),
                Route.post("/office/results/withdraw", Action.PROPOSE_RELEASE, this::withdraw),
                Route.post("/office/results/confirm", Action.CONFIRM_RELEASE, this::confirm),
                Route.post("/office/results/scores", Action.CONFIRM_RELEASE, this::takeOver),
                Route.take("/office/handover.zip", Action.HAND_OVER, this::handOver));
    }

    private Answer show(Visit visit) {
        RoundRecord record = house.round().record();
        if (!record.state().isOver()) {
            return Answer.page(new ResultsPage(
                    frames.frame(visit, "results"),
                    "early",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    new ResultsPage.Offers(false, false, false, false, false, false)));
        }
        boolean released = record.state() == RoundState.RELEASED;
        Optional<ReleaseProposal> proposal = ReleaseProposal.now(house).filter(one -> !released);
        LocalDate date = proposal.map(ReleaseProposal::date).orElseGet(house::today);
        Outcome outcome = released ? new Outcome.Refused(List.of()) : previews.of(date);
        Optional<ReleasedResults> results = released
                ? house.content().results()
                : outcome instanceof Outcome.Released found ? Optional.of(found.results()) : Optional.empty();
        if (results.isPresent()) {
            house.round().markSeen();
        }
        boolean own = proposal.filter(one -> isOwn(visit, one)).isPresent();
        var offers = new ResultsPage.Offers(
                !released && proposal.isEmpty() && results.isPresent() && visit.may(Action.PROPOSE_RELEASE),
                proposal.isPresent() && !own && results.isPresent() && visit.may(Action.CONFIRM_RELEASE),
                proposal.isPresent() && visit.may(Action.PROPOSE_RELEASE),
                !released && results.isPresent(),
                visit.may(Action.HAND_OVER),
                released && visit.may(Action.CONFIRM_RELEASE));
        return Answer.page(new ResultsPage(
                frames.frame(visit, "results"),
                released ? "released" : "preview",
                Previews.digest(outcome).map(Object::toString).orElse(""),
                date.toString(),
                outcome.findings().stream().map(this::line).toList(),
                results.map(found -> new ResultTables(frames.words(), house.content()).groups(found))
                        .orElse(List.of()),
                proposal.map(one -> new ResultsPage.Proposal(
                        one.person(),
                        House.moment(one.moment()),
                        one.digest().toString(),
                        one.date().toString(),
                        own)),
                offers));
    }

    /** In words, with the names of places; with file and line where there is a line to mend. */
    private String line(Finding finding) {
        String said = finding.message() + (finding.hint().isEmpty() ? "" : "（" + finding.hint() + "）");
        for (Place place : house.content().places()) {
            said = said.replace(place.code().value(), place.name());
        }
        boolean placed = finding.severity() == Severity.ERROR && finding.at().line() > 0;
        return placed ? finding.at().file() + " 第 " + finding.at().line() + " 行：" + said : said;
    }

    private static boolean isOwn(Visit visit, ReleaseProposal proposal) {
        return proposal.account().equals(visit.person().name())
                || proposal.person().equals(visit.person().person());
    }

    private Answer download(Visit visit) {
        requireOver();
        LocalDate date = ReleaseProposal.now(house).map(ReleaseProposal::date).orElseGet(house::today);
        if (previews.of(date) instanceof Outcome.Released released) {
            house.round().markSeen();
            return Answer.download(
                            "results-preview.json",
                            "application/json; charset=utf-8",
                            RoundRelease.bytes(released.results()))
                    .about("预览结果文件");
        }
        throw new RoundFault(frames.words().say("results.faults"));
    }

    private void requireOver() {
        if (!house.round().record().state().isOver()) {
            throw new RoundFault(frames.words().say("results.state.early"));
        }
    }

    private Answer propose(Visit visit) {
        requireOver();
        LocalDate date = date(visit.text("date"));
        if (ReleaseProposal.now(house).isPresent()) {
            throw new RoundFault(frames.words().say("results.proposal"));
        }
        // The page was shown for another day, perhaps: only the day is in the results besides, so the person saw these
        // figures.
        var shown = Previews.digest(previews.of(house.today())).map(Object::toString);
        if (!shown.equals(Optional.of(visit.text("digest")))) {
            throw new RoundFault(frames.words().say("results.changed"));
        }
        Outcome outcome = previews.fresh(date);
        var digest = Previews.digest(outcome)
                .orElseThrow(() -> new RoundFault(
                        outcome.findings().stream().map(this::line).toList()));
        ReleaseProposal.propose(house, digest, date, visit.person());
        frames.flash(visit, "results.propose.done");
        return Answer.go("/office/results").about(digest.toString());
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException fault) {
            throw new RoundFault(frames.words().say("results.date.wrong"));
        }
    }

    private ReleaseProposal waiting() {
        return ReleaseProposal.now(house)
                .orElseThrow(() -> new RoundFault(frames.words().say("results.none")));
    }

    private Answer withdraw(Visit visit) {
        waiting().remove(house);
        frames.flash(visit, "results.withdraw.done");
        return Answer.go("/office/results").about("撤回提请");
    }

    private Answer confirm(Visit visit) {
        ReleaseProposal proposal = waiting();
        if (isOwn(visit, proposal)) {
            throw new RoundFault(frames.words().say("results.same"));
        }
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
        var now = Previews.digest(previews.fresh(proposal.date()));
        boolean same = now.equals(Optional.of(proposal.digest()))
                && proposal.digest().toString().equals(visit.text("digest"));
        if (!same) {
            throw new RoundFault(frames.words().say("results.changed"));
        }
        Outcome outcome =
                previews.release().run(List.of(proposal.person(), visit.person().person()), proposal.date());
        if (outcome instanceof Outcome.Refused refused) {
            throw new RoundFault(refused.findings().stream().map(this::line).toList());
        }
        house.round().markReleased();
        proposal.remove(house);
        frames.flash(visit, "results.confirm.done");
        return Answer.go("/office/results")
                .about(proposal.person() + " 提请，" + visit.person().person() + " 复核，" + proposal.digest());
    }

    private Answer takeOver(Visit visit) {
        if (house.round().record().state() != RoundState.RELEASED) {
            throw new RoundFault("结果还没有发布");
        }
        ScoreTakeOver.Result result =
                new ScoreTakeOver(house.content().root(), house.round().round()).run();
        List<String> errors = new ArrayList<>();
        result.findings().stream().map(Finding::toLine).forEach(errors::add);
        if (result.rows() == 0) {
            throw new RoundFault(errors);
        }
        frames.flash(visit, "results.scores.done", result.rows());
        return Answer.go("/office/results").about(result.rows() + " 行");
    }

    private Answer handOver(Visit visit) {
        var sheets = new ClosedSheets(house);
        if (!sheets.areThere()) {
            throw new RoundFault(frames.words().say("results.state.early"));
        }
        house.round().markSeen();
        var pack = new HandoverPack(
                frames.title(),
                house.content().forms(),
                house.content().places(),
                house.round().record().aftermath().deviations(),
                previews.release().weights(house.today()));
        String name = "交付数据-" + house.round().round().toString().replace('/', '-') + ".zip";
        var download = new Answer.Download(
                name,
                "application/zip",
                to -> pack.write(to, sheets::forEach, house.files().folder().root(), house.random()));
        return new Answer(200, download, Answer.Cookies.NONE, "交付数据");
    }
}
