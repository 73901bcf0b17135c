package org.gongshi.survey.console;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipOutputStream;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.SiteJobPage;
import org.gongshi.templates.office.SitePage;

/** The site from the console (网站生成): prepared by one, looked at and published by another. */
final class SiteHandlers {
    private final Frames frames;
    private final SiteWorks works;

    SiteHandlers(Frames frames, SiteWorks works) {
        this.frames = Objects.requireNonNull(frames, "frames");
        this.works = Objects.requireNonNull(works, "works");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/site", Action.SEE_SITE, this::list),
                Route.post("/office/site/prepare", Action.PREPARE_SITE, this::prepare),
                Route.get("/office/site/{number}", Action.SEE_SITE, this::show),
                Route.post("/office/site/{number}/publish", Action.PUBLISH_SITE, this::publish),
                Route.post("/office/site/{number}/again", Action.PUBLISH_SITE, this::again),
                Route.take("/office/site/{number}/candidate.zip", Action.SEE_SITE, this::candidate),
                Route.post("/office/site/{number}/discard", Action.PREPARE_SITE, this::discard));
    }

    private Answer list(Visit visit) {
        return Answer.page(new SitePage(
                frames.frame(visit, "site"),
                missing(),
                works.hasKey(),
                works.fingerprint(),
                !works.hasKey() && works.hasProgram() && visit.may(Action.MAKE_KEYS),
                works.day(),
                works.isBusy(),
                works.all().stream().map(this::line).toList(),
                visit.may(Action.PREPARE_SITE),
                works.folder(),
                visit.may(Action.PUBLISH_SITE)));
    }

    private Optional<String> missing() {
        if (!works.hasProgram()) {
            return Optional.of(frames.words().say("site.missing.program"));
        }
        return Optional.empty();
    }

    private SitePage.Line line(SiteJob job) {
        return new SitePage.Line(
                job.number(),
                job.state().key(),
                job.publisher().map(other -> job.person() + "、" + other).orElse(job.person()),
                House.moment(job.published().orElse(job.moment())),
                note(job));
    }

    private String note(SiteJob job) {
        String again = job.again()
                .map(earlier -> frames.words().say("site.by-again", earlier))
                .orElse("");
        String asOf = job.asOf()
                .map(day -> frames.words().say("site.by-as-of", day.toString()))
                .orElse("");
        return (again + " " + asOf).strip();
    }

    private Answer prepare(Visit visit) {
        Optional<LocalDate> asOf = FormText.date(visit, "asOf", frames);
        LocalDate today = works.today();
        if (asOf.filter(day -> day.isAfter(today)).isPresent()) {
            // 第十三条：公布日期之前不公布；把截至日期写到以后，就会绕过它。
            throw new RoundFault(frames.words().say("site.as-of.future", today.toString()));
        }
        SiteJob job = works.prepare(visit.person(), asOf);
        frames.flash(visit, "site.prepare.done");
        return Answer.go("/office/site/" + job.number()).about("第 " + job.number() + " 次网站生成：开始");
    }

    private Answer show(Visit visit) {
        Optional<SiteJob> found = number(visit).flatMap(works::find);
        if (found.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        SiteJob job = found.get();
        SiteJob.State state = job.state();
        boolean other = !job.isOwn(visit.person());
        boolean mayPublish = visit.may(Action.PUBLISH_SITE) && works.hasKey();
        return Answer.page(new SiteJobPage(
                frames.frame(visit, "site"),
                job.number(),
                state.key(),
                state.isBusy(),
                percent(job),
                frames.words().say("site.prepared", job.person(), House.moment(job.moment())),
                job.published()
                        .map(moment -> frames.words()
                                .say("site.published", job.publisher().orElse(""), House.moment(moment)))
                        .orElse(""),
                steps(job),
                FindingLines.of(
                        job.log(SiteStep.CHECK).lines().toList(),
                        (file, line) -> works.content(job.number())
                                .flatMap(root -> ContentFiles.find(root, file))
                                .map(known -> FileHandlers.address(file, line, Integer.toString(job.number())))
                                .orElse("")),
                diff(job),
                state == SiteJob.State.READY && other && mayPublish,
                state == SiteJob.State.READY ? waiting(visit, other) : "",
                state != SiteJob.State.PUBLISHED
                        && state != SiteJob.State.DISCARDED
                        && !state.isBusy()
                        && visit.may(Action.PREPARE_SITE),
                state == SiteJob.State.PUBLISHED && mayPublish && !works.isBusy(),
                works.candidate(job.number()).isPresent()));
    }

    /** The candidate's pages to be looked at before they are public; its links work from a folder, too. */
    private Answer candidate(Visit visit) {
        Optional<Path> pages = number(visit).flatMap(works::candidate);
        if (pages.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        String number = visit.request().parts().get("number");
        return new Answer(
                        200,
                        new Answer.Download("候选网站-第" + number + "次.zip", "application/zip", to -> {
                            try (var zip = new ZipOutputStream(to)) {
                                BackupDesk.put(zip, "", pages.get());
                            }
                        }),
                        Answer.Cookies.NONE,
                        "")
                .about("下载第 " + number + " 次候选网站");
    }

    /** Why a candidate is not to be published by this person now, and by whom it is. */
    private String waiting(Visit visit, boolean other) {
        if (!works.hasKey()) {
            return frames.words().say("site.wait.key");
        }
        if (!visit.may(Action.PUBLISH_SITE)) {
            return frames.words().say("site.wait.reviewer");
        }
        return other ? "" : frames.words().say("site.wait.other");
    }

    private static Optional<Integer> number(Visit visit) {
        return Optional.of(visit.request().parts().get("number"))
                .filter(text -> text.matches("[1-9]\\d{0,7}"))
                .map(Integer::valueOf);
    }

    private static int percent(SiteJob job) {
        long done = Arrays.stream(SiteStep.values())
                .filter(step -> job.outcome(step).equals(Optional.of(SiteJob.Outcome.DONE)))
                .count();
        return (int) (100 * done / SiteStep.values().length);
    }

    private static List<SiteJobPage.Step> steps(SiteJob job) {
        return Arrays.stream(SiteStep.values())
                .map(step -> new SiteJobPage.Step(step.key(), state(job, step), job.log(step)))
                .toList();
    }

    private static String state(SiteJob job, SiteStep step) {
        return job.outcome(step)
                .map(outcome -> switch (outcome) {
                    case RUNNING -> job.state().isBusy() ? "running" : "failed";
                    case DONE -> "done";
                    case FAILED -> "failed";
                })
                .orElse("waiting");
    }

    private String diff(SiteJob job) {
        boolean compared = job.outcome(SiteStep.DIFF).equals(Optional.of(SiteJob.Outcome.DONE));
        String log = job.log(SiteStep.DIFF);
        return compared && log.isEmpty() ? frames.words().say("site.diff.first") : log;
    }

    private int required(Visit visit) {
        return number(visit).orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
    }

    private Answer publish(Visit visit) {
        int number = required(visit);
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
        works.publish(number, visit.person());
        frames.flash(visit, "site.publish.done");
        return Answer.go("/office/site/" + number).about("第 " + number + " 次网站生成：开始发布");
    }

    private Answer again(Visit visit) {
        int number = required(visit);
        SiteJob job = works.again(number, visit.person());
        frames.flash(visit, "site.publish.done");
        return Answer.go("/office/site/" + job.number()).about("退回第 " + number + " 次的内容，作为第 " + job.number() + " 次发布");
    }

    private Answer discard(Visit visit) {
        int number = required(visit);
        works.discard(number);
        frames.flash(visit, "site.discard.done");
        return Answer.go("/office/site").about("舍弃第 " + number + " 次");
    }
}
