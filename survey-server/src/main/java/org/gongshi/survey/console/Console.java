package org.gongshi.survey.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.OfficeFault;
import org.gongshi.survey.office.OfficeKey;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.office.Session;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.MessagePage;
import org.gongshi.templates.office.OfficePage;

/**
 * The console's front door (控制台): who is it, must something be done first, may this role do that, was the request made here;
 * only then the handler. Thread-safe.
 */
public final class Console {
    /** What somebody who owes a new password or a second factor may do. */
    private static final Set<String> FIRST =
            Set.of("/office/self/password", "/office/self/factor", "/office/sign-out", "/office/token");

    private final House house;
    private final Frames frames;
    private final OfficeAssets assets = new OfficeAssets();
    private final List<Route> routes;
    private final SetupHandlers setup;

    /**
     * Opens the console.
     *
     * @param site the generator, and where the public site lies
     * @param works folder in which the site is prepared
     * @param worker runs what takes long, one thing after the other
     */
    public Console(House house, SiteProgram site, Path works, Executor worker) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = new Frames(house, assets.addresses());
        var progress = new Progress(house);
        List<Route> all = new ArrayList<>();
        all.addAll(new SignInHandlers(house, frames).routes());
        this.setup = new SetupHandlers(house, frames);
        all.addAll(setup.routes());
        all.addAll(new SelfHandlers(house, frames).routes());
        var desk = new ChangeDesk(house, site, works.resolve("changes"), worker);
        var sites = new SiteWorks(house, site, works, worker);
        var year = new YearSteps(house, frames, desk, sites, progress);
        var homes = new RoundHandlers(house, frames, progress, year);
        all.addAll(homes.routes());
        all.addAll(ofSurvey(homes.surveyRoutes()));
        all.addAll(ofSurvey(
                new SampleHandlers(house, frames, progress, new SampleDesk(house, works.resolve("sample"))).routes()));
        all.addAll(ofSurvey(new CodeHandlers(house, frames, progress).routes()));
        all.addAll(ofSurvey(new PaperHandlers(house, frames, progress).routes()));
        all.addAll(ofSurvey(new QualityHandlers(house, frames).routes()));
        all.addAll(new ClueHandlers(house, frames).routes());
        all.addAll(new ClueKeyHandlers(house, frames).routes());
        all.addAll(ofSurvey(new ResultHandlers(house, frames).routes()));
        all.addAll(new NewSurveyHandlers(house, frames, desk).routes());
        all.addAll(new WorkbookHandlers(house, frames, desk).routes());
        all.addAll(new ChangeHandlers(house, frames, desk).routes());
        all.addAll(new StageHandlers(house, frames, desk).routes());
        all.addAll(new IntakeHandlers(house, frames, desk, works.resolve("intake")).routes());
        all.addAll(new ProblemHandlers(house, frames).routes());
        all.addAll(new ReportHandlers(house, frames, desk).routes());
        all.addAll(new DecisionHandlers(house, frames, desk).routes());
        all.addAll(new RecordHandlers(house, frames, desk).routes());
        all.addAll(new AnnouncementHandlers(house, frames, desk).routes());
        all.addAll(new FileHandlers(house, frames, sites, desk).routes());
        all.addAll(new DrawHandlers(house, frames, new DrawDesk(house, site, works.resolve("draw")), desk).routes());
        all.addAll(new CalendarHandlers(house, frames, desk).routes());
        all.addAll(new NoticeHandlers(house, frames, site.output()).routes());
        all.addAll(new SiteHandlers(frames, sites).routes());
        all.addAll(new SiteKeyHandlers(frames, site).routes());
        var backups = new BackupDesk(house, site.output(), works.resolve("intake"));
        all.addAll(new BackupHandlers(house, frames, backups, site.key()).routes());
        all.addAll(ofSurvey(new DeviationHandlers(house, frames).routes()));
        all.addAll(ofSurvey(new DestructionHandlers(house, frames, backups, site.key()).routes()));
        all.addAll(new RoundsHandlers(house, frames).routes());
        all.addAll(new AccountHandlers(house, frames).routes());
        all.addAll(new AuditHandlers(house, frames).routes());
        this.routes = List.copyOf(all);
    }

    /** In a round without a survey such a page says so, and how the round gets one. */
    private List<Route> ofSurvey(List<Route> routes) {
        return frames.isSurveyed()
                ? routes
                : routes.stream()
                        .map(route -> route.with(visit -> frames.message(409, visit, "no-survey", List.of())))
                        .toList();
    }

    /** The table of routes. */
    public List<Route> routes() {
        return routes;
    }

    /** Path of the page on which the first account is made; empty when there is one. */
    public Optional<String> setup() {
        return setup.address();
    }

    public OfficeAssets assets() {
        return assets;
    }

    public boolean isSecure() {
        return house.isSecure();
    }

    /** Whether that is the cookie of somebody who is signed in. */
    public boolean knows(String session) {
        return house.office()
                .sessions()
                .find(session)
                .flatMap(house.office()::person)
                .isPresent();
    }

    /**
     * What stands where no page of the console is, or where something was too long: the way back leads into the console.
     *
     * @param status 404 or 413
     * @param session what the session cookie holds
     */
    public OfficePage apart(int status, Optional<String> session) {
        Optional<Session> found = session.flatMap(house.office().sessions()::find);
        Optional<Person> person = found.flatMap(house.office()::person);
        var request = new Request(Map.of(), Map.of(), Map.of(), Optional.empty(), session, Optional.empty(), "");
        var visit = new Visit(request, found.filter(one -> person.isPresent()), person);
        return new MessagePage(frames.frame(visit, ""), status == 413 ? "too-large" : "not-found", List.of());
    }

    public Answer answer(Route route, Request request) {
        Optional<Session> session = request.session().flatMap(house.office().sessions()::find);
        Optional<Person> person = session.flatMap(house.office()::person);
        var visit = new Visit(request, session.filter(found -> person.isPresent()), person);
        if (route.action().isEmpty()) {
            return route.handler().handle(visit);
        }
        if (person.isEmpty()) {
            // Also for a form: what was typed is lost, and the sign-in page says how to go on.
            return Answer.go("/office/sign-in");
        }
        return signedIn(route, visit);
    }

    private Answer signedIn(Route route, Visit visit) {
        Optional<String> duty = visit.person().duty().map(Console::room);
        if (duty.isPresent() && !FIRST.contains(route.path())) {
            return Answer.go(duty.get());
        }
        if (!visit.person().role().may(route.action().get())) {
            log(route, visit, path(route, visit), AuditEntry.Outcome.REFUSED);
            return frames.message(403, visit, "forbidden", List.of());
        }
        boolean posts = route.method() == Route.Method.POST;
        if (posts && !OfficeKey.same(visit.text("token"), visit.session().token())) {
            log(route, visit, "表单不是本次登录发出的", AuditEntry.Outcome.REFUSED);
            return frames.message(403, visit, "stale", List.of());
        }
        return handled(route, visit);
    }

    private Answer handled(Route route, Visit visit) {
        Answer answer;
        try {
            answer = route.handler().handle(visit);
        } catch (OfficeFault fault) {
            answer = frames.message(409, visit, "refused", List.of(fault.getMessage()))
                    .about(fault.getMessage());
        } catch (RoundFault fault) {
            answer = frames.message(409, visit, "refused", fault.lines()).about(String.join("；", fault.lines()));
        } catch (RuntimeException fault) {
            log(route, visit, "程序故障", AuditEntry.Outcome.FAILED);
            throw fault;
        }
        if (route.logged()) {
            log(
                    route,
                    visit,
                    answer.about(),
                    answer.status() < 400 ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.FAILED);
        }
        return answer;
    }

    private void log(Route route, Visit visit, String object, AuditEntry.Outcome outcome) {
        house.office().log().write(visit.person(), route.action().get().key(), object, outcome);
    }

    private static String path(Route route, Visit visit) {
        String path = route.path();
        for (var part : visit.request().parts().entrySet()) {
            path = path.replace("{" + part.getKey() + "}", part.getValue());
        }
        return route.method() + " " + path;
    }

    private static String room(Person.Duty duty) {
        return duty == Person.Duty.NEW_PASSWORD ? "/office/self/password" : "/office/self/factor";
    }
}
