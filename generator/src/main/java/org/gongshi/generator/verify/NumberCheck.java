package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        new YearChangeRecount(rounds, recount).check();
        new PageCheck(source, rounds, recount).check(paths);
        new ChangeRecount(source, rounds, recount).check(paths);
        new ShownFigures(source, rounds, recount).check(paths);
        new PackageCheck(source, recount).check(paths);
        new DrawRecount(source, recount).check(paths);
        new DeviationRecount(source, rounds, recount).check(paths);
        return recount;
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
    private static void table(
            RoundFiles round, String name, Recount recount, java.util.function.Consumer<CsvTable> check) {
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
