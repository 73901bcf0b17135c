package org.gongshi.survey.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.StagesForm;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Step;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.office.DecisionsPage;
import org.gongshi.templates.office.HomePage;

/**
 * The year from the notice to the result notices (一年的步骤): what is done, what can be done now, what each step waits for, and whose
 * turn it is.
 */
final class YearSteps {
    /** What the starter content says where the office has to fill in something. */
    private static final String EMPTY = "待填写";

    private final House house;
    private final Frames frames;
    private final Wording words;
    private final ChangeDesk desk;
    private final SiteWorks sites;
    private final Progress progress;
    private final Standings standings;
    private final DeviationDesk deviations;

    YearSteps(House house, Frames frames, ChangeDesk desk, SiteWorks sites, Progress progress) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.words = frames.words();
        this.desk = Objects.requireNonNull(desk, "desk");
        this.sites = Objects.requireNonNull(sites, "sites");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.standings = new Standings(house);
        this.deviations = new DeviationDesk(house);
    }

    /** All steps in order, as they stand for that person. */
    List<HomePage.YearStep> steps(Visit visit) {
        int places = house.content().places().size();
        List<DecisionsPage.Line> lines = standings.lines();
        var list = new Steps(visit);
        list.add("site-info", isFilledIn(), true, "", Action.CHANGE_CONTENT, "/office/records");
        list.calendar("notice", Step.NOTICE);
        if (frames.isSurveyed()) {
            survey(list);
        }
        for (StagesForm.Group group : StagesForm.GROUPS) {
            if (group.key().equals("inspection")) {
                boolean drawn = Files.exists(house.content()
                        .root()
                        .resolve(ContentPaths.draw(house.round().round())));
                boolean inspected = StageHandlers.complete(house, group) == places;
                list.add("draw", drawn || inspected, true, "", Action.DRAW_TEAMS, "/office/draw");
            }
            list.places(group.key(), StageHandlers.complete(house, group), places);
        }
        long complete = lines.stream()
                .filter(line -> !line.state().equals("incomplete"))
                .count();
        list.counted("dossiers", complete, places, true, "", Action.CHANGE_CONTENT, "/office/reports");
        long reviewed =
                lines.stream().filter(line -> isAtLeast(line, "reviewed")).count();
        long approved =
                lines.stream().filter(line -> isAtLeast(line, "approved")).count();
        boolean waits = desk.all().stream()
                .anyMatch(job -> job.kind() == ChangeKind.DECISION && job.state() == ChangeJob.State.READY);
        Action decides = waits ? Action.CONFIRM_DECISION : Action.REGISTER_DECISION;
        list.counted("review", reviewed, places, complete > 0, "dossiers", decides, "/office/decisions");
        list.counted("approval", approved, places, reviewed > 0, "review", decides, "/office/decisions");
        boolean arranged = house.content().round().release().isPresent();
        list.add("arrange", arranged, approved > 0, "approval", Action.CHANGE_CONTENT, "/office/decisions#release");
        boolean ready = sites.all().stream().anyMatch(job -> job.state() == SiteJob.State.READY);
        // Notice and calendar may have been published long before: what counts here are results.
        boolean published = sites.hasResults();
        list.add(
                ready ? "publish" : "prepare",
                published && !ready,
                arranged && approved > 0,
                "arrange",
                ready ? Action.PUBLISH_SITE : Action.PREPARE_SITE,
                "/office/site");
        list.add("notices", false, published, "publish", Action.SEE_SITE, "/office/notices");
        return list.all;
    }

    /** The steps of the survey, from the populations to the release. */
    private void survey(Steps list) {
        RoundRecord record = house.round().record();
        RoundState state = record.state();
        boolean locked = record.lock().isPresent() || new PlanLock(house).now().isPresent();
        boolean counted = !house.content().populations().isEmpty();
        list.add("populations", counted, true, "", Action.CHANGE_CONTENT, "/office/workbooks");
        list.add("lock", locked, counted, "populations", Action.LOCK_PLAN, "/office#lock");
        boolean codes = progress.now().invited(stratum -> true) > 0;
        list.add("codes", codes || state.isOver(), locked, "lock", Action.MINT_CODES, "/office/codes");
        String survey = state == RoundState.OPEN ? "survey-close" : "survey";
        list.add(survey, state.isOver(), locked, "lock", Action.OPEN_SURVEY, "/office#round");
        boolean released = state == RoundState.RELEASED;
        boolean proposed = ReleaseProposal.now(house).isPresent() && !released;
        list.add(
                proposed ? "release-confirm" : "release",
                released,
                state.isOver(),
                "survey",
                proposed ? Action.CONFIRM_RELEASE : Action.PROPOSE_RELEASE,
                "/office/results");
    }

    /** Whether nothing in what the site says of itself is left to be filled in. */
    private boolean isFilledIn() {
        Path root = house.content().root();
        return Stream.of(
                        root.resolve("site.yaml"),
                        root.resolve(ContentPaths.round(house.round().round())),
                        root.resolve(ContentPaths.indicators(house.round().round())))
                .filter(Files::exists)
                .flatMap(file -> ContentFiles.text(file).lines())
                .noneMatch(line -> line.contains(EMPTY) && !line.stripLeading().startsWith("#"));
    }

    private static boolean isAtLeast(DecisionsPage.Line line, String state) {
        return line.state().equals("approved") || line.state().equals(state);
    }

    /** What waits for this person apart from the steps: changes to accept, decisions to confirm, a candidate to look at. */
    List<HomePage.Task> tasks(Visit visit) {
        List<HomePage.Task> tasks = new ArrayList<>(beginnings(visit));
        for (ChangeJob job : desk.all()) {
            boolean ready = job.state() == ChangeJob.State.READY;
            boolean decision = job.kind() == ChangeKind.DECISION;
            boolean mine = decision
                    ? visit.may(Action.CONFIRM_DECISION) && !job.isOwn(visit.person())
                    : visit.may(Action.CHANGE_CONTENT);
            if (ready && mine) {
                tasks.add(new HomePage.Task(
                        words.say(decision ? "task.decision" : "task.change", job.title(), job.person()),
                        "/office/changes/" + job.number()));
            }
        }
        int overdue = visit.may(Action.CHANGE_CONTENT) ? ProblemHandlers.overdue(house) : 0;
        if (overdue > 0) {
            // 第十二条：整改到期未完成的，要有人看见
            tasks.add(new HomePage.Task(words.say("task.overdue", overdue), "/office/problems"));
        }
        deviations(visit).ifPresent(tasks::add);
        sites.all().stream()
                .filter(job -> job.state() == SiteJob.State.READY && visit.may(Action.PUBLISH_SITE))
                .forEach(job -> tasks.add(new HomePage.Task(
                        words.say("task.site", job.number(), job.person()), "/office/site/" + job.number())));
        return tasks;
    }

    /** Strata that the plan cannot weight: nothing is released before two people have dealt with them. */
    private Optional<HomePage.Task> deviations(Visit visit) {
        boolean proposes = visit.may(Action.PROPOSE_DEVIATION);
        if (!proposes && !visit.may(Action.CONFIRM_DEVIATION)) {
            return Optional.empty();
        }
        long count = deviations.open().stream()
                .filter(one -> deviations.waiting(one.stratum()).isPresent() != proposes)
                .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(new HomePage.Task(
                        words.say(proposes ? "task.deviation" : "task.deviation.confirm", count),
                        "/office/deviations"));
    }

    /** What an administrator of a new office has to see to before anybody else can work. */
    private List<HomePage.Task> beginnings(Visit visit) {
        List<HomePage.Task> tasks = new ArrayList<>();
        if (visit.may(Action.MAKE_KEYS) && sites.hasProgram() && !sites.hasKey()) {
            tasks.add(new HomePage.Task(words.say("task.site-key"), "/office/site"));
        }
        if (visit.may(Action.MAKE_KEYS) && house.round().clueBox().isEmpty()) {
            tasks.add(new HomePage.Task(words.say("task.clue-key"), "/office/clues/key"));
        }
        if (visit.may(Action.MANAGE_ACCOUNTS)) {
            List<Role> held = house.office().accounts().all().stream()
                    .filter(Person::enabled)
                    .map(Person::role)
                    .toList();
            // Article 3's pairs: without each of these the year stops at somebody who is not there.
            String missing = Stream.of(Role.CLERK, Role.REVIEWER, Role.ANALYST)
                    .filter(role -> frames.isSurveyed() || role != Role.ANALYST)
                    .filter(role -> !held.contains(role))
                    .map(Role::label)
                    .collect(Collectors.joining("、"));
            if (!missing.isEmpty()) {
                tasks.add(new HomePage.Task(words.say("task.accounts", missing), "/office/accounts"));
            }
        }
        return tasks;
    }

    /** Gathers the steps as they stand for one person. */
    private final class Steps {
        private final Visit visit;
        private final LocalDate today =
                LocalDateTime.ofInstant(house.clock().instant(), House.ZONE).toLocalDate();
        private final List<Milestone> calendar = house.content().calendar();
        private final List<HomePage.YearStep> all = new ArrayList<>();

        private Steps(Visit visit) {
            this.visit = visit;
        }

        /** A step that the calendar alone tells of. */
        private void calendar(String key, Step step) {
            boolean done = milestone(step)
                    .flatMap(Milestone::actual)
                    .filter(day -> !day.isAfter(today))
                    .isPresent();
            add(key, done, true, "", Action.CHANGE_CONTENT, "/office/calendar");
        }

        private void places(String key, long done, int of) {
            counted(key, done, of, true, "", Action.CHANGE_CONTENT, "/office/stages");
        }

        private void counted(String key, long done, int of, boolean can, String waitsFor, Action action, String href) {
            add(key, done == of, can, waitsFor, action, href, words.say("year.count", done, of));
        }

        private void add(String key, boolean done, boolean can, String waitsFor, Action action, String href) {
            add(key, done, can, waitsFor, action, href, "");
        }

        private void add(
                String key, boolean done, boolean can, String waitsFor, Action action, String href, String count) {
            boolean mine = visit.may(action);
            String state = done ? "done" : can ? mine ? "mine" : "now" : "later";
            String waits = done || can ? "" : words.say("year.waits", words.say("year." + waitsFor));
            all.add(new HomePage.YearStep(
                    words.say("year." + key), state, who(action), mine ? href : "", count, waits, day(key, done)));
        }

        /** The day by which the calendar wants it, while it is not done; told as late when it has passed. */
        private String day(String key, boolean done) {
            Optional<Milestone> due = step(key).flatMap(this::milestone).filter(one -> !done);
            return due.map(one -> words.say(
                            one.planned().isBefore(today) ? "year.late" : "year.due",
                            one.planned().toString()))
                    .orElse("");
        }

        private Optional<Step> step(String key) {
            return switch (key) {
                case "notice" -> Optional.of(Step.NOTICE);
                case "selfEvaluation" -> Optional.of(Step.SELF_EVALUATION);
                case "publish", "prepare" -> Optional.of(Step.PUBLICATION);
                default -> Step.ofKey(key);
            };
        }

        private Optional<Milestone> milestone(Step step) {
            return calendar.stream().filter(one -> one.step() == step).findFirst();
        }
    }

    /** Who does it: the labels of the roles that may. */
    private static String who(Action action) {
        return String.join(
                "、",
                Arrays.stream(Role.values())
                        .filter(role -> role.may(action))
                        .map(Role::label)
                        .toList());
    }
}
