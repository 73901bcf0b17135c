package org.gongshi.survey.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.FormsLock;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;
import org.gongshi.templates.office.HomePage;
import org.gongshi.templates.office.ProgressPage;

/** The round from day to day (轮次): where it stands, lock, opening, close, counts. */
final class RoundHandlers {
    private final House house;
    private final Frames frames;
    private final Progress progress;
    private final PlanLock lock;
    private final Schedule schedule;
    private final YearSteps year;

    RoundHandlers(House house, Frames frames, Progress progress, YearSteps year) {
        this.year = Objects.requireNonNull(year, "year");
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.lock = new PlanLock(house);
        this.schedule = new Schedule(house);
    }

    List<Route> routes() {
        return List.of(
                // The first page after the sign-in is for everybody; what it shows depends on the role.
                Route.get("/office", Action.OWN_ACCOUNT, this::home),
                Route.post("/office/round/reload", Action.SWITCH_ROUND, this::reload),
                Route.open(Route.Method.GET, "/api/v1/plan", this::digests));
    }

    /** What there is only in a round with a survey. */
    List<Route> surveyRoutes() {
        return List.of(
                Route.post("/office/round/lock", Action.LOCK_PLAN, this::lock),
                Route.post("/office/round/open", Action.OPEN_SURVEY, this::open),
                Route.post("/office/round/schedule", Action.OPEN_SURVEY, this::arm),
                Route.post("/office/round/close", Action.CLOSE_SURVEY, this::close),
                Route.get("/office/progress", Action.SEE_COUNTS, visit -> counts(visit, Optional.empty())),
                Route.get(
                        "/office/progress/own",
                        Action.SEE_OWN_COUNTS,
                        visit -> counts(visit, visit.person().place())));
    }

    private Answer home(Visit visit) {
        if (!visit.may(Action.SEE_ROUND)) {
            return Answer.go("/office/progress/own");
        }
        RoundRecord record = house.round().record();
        if (!frames.isSurveyed()) {
            return Answer.page(HomePage.withoutSurvey(
                    frames.frame(visit, "home"),
                    visit.may(Action.SWITCH_ROUND) && isStale(Optional.empty()),
                    year.tasks(visit),
                    year.steps(visit)));
        }
        Optional<LockedForms> forms = Optional.empty();
        List<String> faults = new ArrayList<>();
        try {
            forms = Optional.of(house.content().forms());
        } catch (RoundFault fault) {
            faults.addAll(fault.lines());
        }
        return Answer.page(new HomePage(
                frames.frame(visit, "home"),
                true,
                state(record),
                steps(record),
                facts(record, forms),
                faults,
                tools(visit, record, forms),
                year.tasks(visit),
                year.steps(visit)));
    }

    private String state(RoundRecord record) {
        boolean due = record.state() == RoundState.OPEN && house.round().state() == RoundState.CLOSED;
        return due ? "due" : record.state().key();
    }

    private List<HomePage.Step> steps(RoundRecord record) {
        RoundState state = record.state();
        boolean locked = record.lock().isPresent() || lock.now().isPresent();
        boolean prepared = state == RoundState.PREPARED;
        boolean codes = progress.now().invited(stratum -> true) > 0;
        return List.of(
                step("lock", locked, prepared, ""),
                step("codes", codes, !state.isOver(), ""),
                step(
                        "open",
                        !prepared,
                        locked,
                        record.opened().map(LocalDate::toString).orElse("")),
                step(
                        "close",
                        state.isOver(),
                        state == RoundState.OPEN,
                        record.closed().map(LocalDate::toString).orElse("")),
                step("release", state == RoundState.RELEASED, state == RoundState.CLOSED, ""));
    }

    private static HomePage.Step step(String key, boolean done, boolean now, String note) {
        return new HomePage.Step(key, done ? "done" : now ? "now" : "later", note);
    }

    private List<HomePage.Fact> facts(RoundRecord record, Optional<LockedForms> forms) {
        List<HomePage.Fact> facts = new ArrayList<>();
        lock.now()
                .ifPresent(locked -> facts.add(new HomePage.Fact(
                        "locked",
                        frames.words().say("fact.locked.value", locked.person(), House.moment(locked.moment())),
                        false)));
        record.lock().or(() -> forms.map(FormsLock::of)).ifPresent(digests -> {
            facts.add(new HomePage.Fact("plan", digests.plan().toString(), true));
            digests.questionnaires()
                    .forEach((audience, digest) ->
                            facts.add(new HomePage.Fact(audience.key(), digest.toString(), true)));
            digests.populations()
                    .ifPresent(digest -> facts.add(new HomePage.Fact("populations", digest.toString(), true)));
        });
        forms.ifPresent(found -> {
            facts.add(new HomePage.Fact("opens", House.moment(found.plan().opens()), false));
            facts.add(new HomePage.Fact("closes", House.moment(found.plan().closes()), false));
        });
        record.opened().ifPresent(day -> facts.add(new HomePage.Fact("opened", day.toString(), false)));
        record.closed().ifPresent(day -> facts.add(new HomePage.Fact("closed", day.toString(), false)));
        return facts;
    }

    private HomePage.Tools tools(Visit visit, RoundRecord record, Optional<LockedForms> forms) {
        boolean prepared = record.state() == RoundState.PREPARED;
        boolean locked = lock.now().isPresent();
        Optional<String> armed = visit.may(Action.OPEN_SURVEY) && (locked || record.state() == RoundState.OPEN)
                ? Optional.of(record.state().isOver() ? "over" : schedule.isArmed() ? "armed" : "manual")
                : Optional.empty();
        boolean lockable = prepared && !locked && forms.isPresent() && visit.may(Action.LOCK_PLAN);
        boolean populated = !house.content().populations().isEmpty();
        return new HomePage.Tools(
                lockable && populated,
                lockable && !populated,
                prepared && locked && visit.may(Action.OPEN_SURVEY),
                record.state() == RoundState.OPEN && visit.may(Action.CLOSE_SURVEY),
                record.state() != RoundState.OPEN && visit.may(Action.SWITCH_ROUND) && isStale(forms),
                armed,
                forms.map(found -> PlanLock.digest(found).toString()).orElse(""),
                record.state() == RoundState.OPEN && visit.may(Action.CLOSE_SURVEY)
                        ? progress.thin(house.content())
                        : List.of());
    }

    private Answer lock(Visit visit) {
        requireSure(visit);
        lock.lock(visit.text("digest"), visit.person().person());
        frames.flash(visit, "home.lock.done");
        // What was changed since the start, as every new office does, is not yet what the pages of the survey show.
        Answer answer = house.round().shows(house.content().forms()) ? Answer.go("/office") : begunAnew(visit);
        return answer.about(visit.text("digest"));
    }

    private Answer begunAnew(Visit visit) {
        house.rounds().reload();
        return frames.message(200, visit, "reloading", List.of());
    }

    /** Name and titles on all pages are those that the server began with. */
    private Answer reload(Visit visit) {
        if (house.round().state() == RoundState.OPEN) {
            throw new RoundFault(frames.words().say("home.reload.open"));
        }
        return begunAnew(visit).about("按现在的内容重新载入");
    }

    private boolean isStale(Optional<LockedForms> forms) {
        boolean other = forms.filter(found -> !house.round().shows(found)).isPresent()
                || !frames.title().equals(house.content().title())
                || frames.isSurveyed() != house.content().isSurveyed();
        return other || !frames.site().equals(house.content().site());
    }

    private Answer open(Visit visit) {
        requireSure(visit);
        lock.require();
        if (!house.round().shows(house.content().forms())) {
            return begunAnew(visit).about("先按锁定的方案和问卷重新载入");
        }
        house.round().open();
        progress.forget();
        frames.flash(visit, "home.open.done");
        return Answer.go("/office").about("人工开启");
    }

    private Answer arm(Visit visit) {
        boolean on = visit.text("armed").equals("yes");
        schedule.arm(on);
        frames.flash(visit, on ? "home.schedule.done.on" : "home.schedule.done.off");
        return Answer.go("/office").about(on ? "设为按时" : "改为人工");
    }

    private Answer close(Visit visit) {
        requireSure(visit);
        house.round().closeSurvey();
        progress.forget();
        frames.flash(visit, "home.close.done");
        return Answer.go("/office").about("人工结束");
    }

    private void requireSure(Visit visit) {
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
    }

    private Answer digests(Visit visit) {
        RoundRecord record = house.round().record();
        Optional<FormsLock> locked = record.lock();
        if (locked.isEmpty() && lock.now().isPresent()) {
            locked = Optional.of(FormsLock.of(house.content().forms()));
        }
        var object = Json.object().put("round", record.round().toString()).put("locked", locked.isPresent());
        locked.ifPresent(found -> {
            var questionnaires = Json.object();
            found.questionnaires().forEach((audience, digest) -> questionnaires.put(audience.key(), digest.toString()));
            var languages = Json.object();
            found.languages().forEach((language, digest) -> languages.put(language, digest.toString()));
            object.put("plan", found.plan().toString())
                    .put("questionnaires", questionnaires.build())
                    .put("languages", languages.build());
            found.populations().ifPresent(digest -> object.put("populations", digest.toString()));
        });
        lock.now()
                .ifPresent(now -> object.put("digest", now.digest().toString())
                        .put("lockedAt", now.moment().toString()));
        return Answer.json(object.build());
    }

    private Answer counts(Visit visit, Optional<PlaceCode> own) {
        Progress.Snapshot now = progress.now();
        List<Place> places = house.content().places();
        List<Population> populations = house.content().populations();
        List<ProgressPage.Group> groups = new ArrayList<>();
        if (own.isEmpty()) {
            groups.add(group(frames.words().say("progress.whole"), Optional.empty(), now, populations));
        }
        places.stream()
                .filter(place -> own.isEmpty() || own.get().equals(place.code()))
                .forEach(place -> groups.add(group(place.name(), Optional.of(place.code()), now, populations)));
        BigDecimal minimum = house.content().forms().plan().thresholds().responseRate();
        return Answer.page(new ProgressPage(
                frames.frame(visit, "progress"),
                House.moment(now.moment().atOffset(House.ZONE)),
                minimum.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact(),
                Arrays.stream(Way.values())
                        .map(way -> new ProgressPage.Column(
                                way.label(), way.assurance().label()))
                        .toList(),
                groups));
    }

    private ProgressPage.Group group(
            String name, Optional<PlaceCode> place, Progress.Snapshot now, List<Population> populations) {
        List<ProgressPage.Line> lines = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            Predicate<Stratum> which = Progress.of(place, audience);
            List<Population> behind = populations.stream()
                    .filter(row -> row.audience() == audience
                            && place.map(row.place()::equals).orElse(true))
                    .toList();
            long invited = now.invited(which);
            long answered = now.answered(which);
            lines.add(new ProgressPage.Line(
                    audience.label(),
                    number(behind.stream().mapToLong(Population::people).sum()),
                    number(behind.stream().mapToLong(Population::invited).sum()),
                    number(invited),
                    shown(answered),
                    ShownCount.percent(answered, invited),
                    Arrays.stream(Way.values())
                            .map(way -> shown(now.answered(which, way)))
                            .toList()));
        }
        return new ProgressPage.Group(
                name, lines, place.map(code -> doubts(code, now)).orElse(List.of()));
    }

    /** What of the volunteers should be looked at while there is time; as coarse as the counts. */
    private List<String> doubts(PlaceCode place, Progress.Snapshot now) {
        List<String> doubts = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            Predicate<Stratum> which = Progress.of(Optional.of(place), audience);
            for (Way way : Way.values()) {
                OptionalLong doubted = ShownCount.of(now.doubted(which, way));
                if (doubted.isPresent()) {
                    doubts.add(frames.words()
                            .say(
                                    "progress.doubted",
                                    audience.label(),
                                    way.label(),
                                    shown(now.answered(which, way)),
                                    number(doubted.getAsLong())));
                }
            }
        }
        now.beyond().stream()
                .filter(roll -> roll.stratum().place().equals(place))
                .forEach(roll -> doubts.add(frames.words()
                        .say("progress.beyond", roll.stratum().audience().label(), roll.batch())));
        return doubts;
    }

    private String shown(long exact) {
        OptionalLong shown = ShownCount.of(exact);
        return shown.isPresent() ? number(shown.getAsLong()) : frames.words().say("progress.few");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
