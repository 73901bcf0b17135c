package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.ScoreSheet;

/**
 * Every published number against its recomputation from the site's own downloads (数字重算): raw values and rules give points,
 * points and weights give scores, scores give bands and limit grades; pages say what the downloads say.
 */
final class NumberCheck {
    private static final Pattern DOWNLOAD = Pattern.compile("data/((?:[0-9]{6}/)?[0-9]{4}/)[a-z-]+\\.csv");

    private NumberCheck() {}

    /** @param paths every file of the site */
    static Recount of(SiteSource source, Set<String> paths) {
        var recount = new Recount();
        List<RoundFiles> rounds = new ArrayList<>();
        for (String folder : folders(paths)) {
            RoundFiles round = RoundFiles.read(source, folder, paths, recount::fault);
            round(round, recount);
            rounds.add(round);
        }
        side(source, recount, checks(source, rounds, paths, new PageHeads(source, paths)));
        return recount;
    }

    /** Parts that know nothing of each other; the long ones first. */
    private static List<Consumer<Recount>> checks(
            SiteSource source, List<RoundFiles> rounds, Set<String> paths, PageHeads pages) {
        return List.of(
                told -> new PrintCheck(source, told).check(paths),
                told -> lists(source, paths, pages, told),
                told -> new TableCheck(source, rounds, told).check(paths),
                told -> new WorkbookCheck(source, told).check(paths),
                told -> new PageCheck(source, rounds, told).check(paths),
                told -> new TranslationCheck(source, told).check(paths),
                told -> new ShownFigures(source, rounds, told).check(paths),
                told -> new DescriptionCheck(source, told).check(paths),
                told -> new ChangeRecount(source, rounds, told).check(paths),
                told -> new ListedCheck(source, told).check(),
                told -> new ShownPictures(source, told).check(paths),
                told -> new YearChangeRecount(rounds, told).check(),
                told -> new DrawRecount(source, told).check(paths),
                told -> new DeviationRecount(source, rounds, told).check(paths));
    }

    /** Lists that are made from all pages. */
    private static void lists(SiteSource source, Set<String> paths, PageHeads pages, Recount recount) {
        new SiteMapCheck(source, pages, recount).check(paths);
        new SearchCheck(source, pages, recount).check(paths);
    }

    /** All parts side by side; what they tell stands in their order. */
    private static void side(SiteSource source, Recount recount, List<Consumer<Recount>> checks) {
        List<Callable<Recount>> parts = new ArrayList<>();
        checks.forEach(check -> parts.add(() -> {
            var own = new Recount();
            check.accept(own);
            return own;
        }));
        SideBySide.all(source, parts).forEach(recount::add);
    }

    static void round(RoundFiles round, Recount recount) {
        round.table("indicators")
                .ifPresent(table -> recount.guarded(round.path("indicators"), "indicators", () -> {
                    IndicatorSystem system = SystemReader.read(table);
                    round.table("scores").ifPresent(scores -> scores(round, system, scores, recount));
                }));
        round.table("survey")
                .ifPresent(survey -> recount.guarded(round.path("survey"), "survey", () -> {
                    new SurveyConsistency(round, recount).check(survey);
                    new PrecisionRecount(round, recount).check(survey);
                    new TreeRecount(round, recount).check(survey);
                }));
        round.table("analysis")
                .ifPresent(table -> recount.guarded(
                        round.path("analysis"), "analysis", () -> new AnalysisRecount(round, recount).check(table)));
    }

    private static void scores(RoundFiles round, IndicatorSystem system, CsvTable scores, Recount recount) {
        recount.guarded(round.path("scores"), "scores", () -> {
            Map<String, ScoreSheet> sheets = new ScoreRecount(round, system, recount).sheets(scores);
            var grades = new GradeRecount(round, sheets, recount);
            table(round, "grades", recount, grades::grades);
            table(round, "areas", recount, areas -> grades.areas(areas, system));
        });
    }

    /** Where there are scores, there must be grades and areas. */
    private static void table(RoundFiles round, String name, Recount recount, Consumer<CsvTable> check) {
        recount.guarded(
                round.path(name),
                name,
                () -> check.accept(round.table(name).orElseThrow(() -> new IllegalArgumentException("缺少这个表"))));
    }

    private static Set<String> folders(Set<String> paths) {
        Set<String> folders = new TreeSet<>();
        for (String path : paths) {
            Matcher matcher = DOWNLOAD.matcher(path);
            if (matcher.matches()) {
                folders.add(matcher.group(1));
            }
        }
        return folders;
    }
}
