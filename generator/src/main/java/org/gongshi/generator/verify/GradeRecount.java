package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.GradeRule;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.Score;
import org.gongshi.evaluation.scoring.ScoreSheet;

/** Weighted scores, bands and grades, areas and problem counts: {@code grades.csv} and {@code areas.csv} counted again. */
final class GradeRecount {
    private final RoundFiles round;
    private final Map<String, ScoreSheet> sheets;
    private final Recount recount;

    GradeRecount(RoundFiles round, Map<String, ScoreSheet> sheets, Recount recount) {
        this.round = round;
        this.sheets = sheets;
        this.recount = recount;
    }

    void grades(CsvTable grades) {
        grades.with("place", "score", "score_shown", "band", "grade", "problems", "prominent_problems");
        String path = round.path("grades");
        samePlaces(path, grades);
        for (Map<String, String> row : grades.rows()) {
            String place = row.get("place");
            ScoreSheet sheet = sheets.get(place);
            if (sheet != null) {
                Score score = sheet.weightedScore();
                recount.expect(path, place + " score", score.value(), row.get("score"));
                recount.expect(path, place + " score_shown", score.shown(), row.get("score_shown"));
                recount.expect(path, place + " band", GradeRule.band(score).label(), row.get("band"));
                grade(path, row, GradeRule.band(score));
            }
            problems(path, row);
        }
    }

    void areas(CsvTable areas, IndicatorSystem system) {
        areas.with("place", "area", "weight", "area_points", "rate");
        String path = round.path("areas");
        Set<List<String>> seen = new HashSet<>();
        for (Map<String, String> row : areas.rows()) {
            String where = row.get("place") + " " + row.get("area");
            recount.guarded(path, where, () -> {
                ContentArea area = system.areas().stream()
                        .filter(one -> one.id().equals(row.get("area")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("没有这个领域"));
                seen.add(List.of(row.get("place"), area.id()));
                recount.expect(path, where + " weight", area.weight(), row.get("weight"));
                ScoreSheet sheet = sheets.get(row.get("place"));
                if (sheet != null) {
                    area(path, where, row, area, sheet.areaPoints(area));
                }
            });
        }
        recount.require(
                path, "areas", seen.size() == sheets.size() * system.areas().size(), "行数应为地区数乘以领域数");
    }

    private void area(String path, String where, Map<String, String> row, ContentArea area, BigDecimal points) {
        recount.expect(path, where + " area_points", points, row.get("area_points"));
        // Cut and never rounded up, as everywhere on the site.
        BigDecimal rate = points.movePointRight(2).divide(area.weight(), 1, RoundingMode.DOWN);
        recount.expect(path, where + " rate", rate, row.get("rate"));
    }

    /** 第十四条：等级可以低于分数段（须有理由），不能高于分数段 */
    private void grade(String path, Map<String, String> row, Grade band) {
        Grade grade = Grade.ofLabel(row.get("grade")).orElse(null);
        recount.require(
                path,
                row.get("place") + " grade",
                grade != null && !grade.isAbove(band),
                "公布的等级 " + row.get("grade") + " 高于分数段 " + band.label() + " 或不是等级");
        if (grade != null && band.isAbove(grade)) {
            recount.require(
                    path,
                    row.get("place") + " reason",
                    !row.getOrDefault("reason", "").isBlank(),
                    "等级低于分数段而没有理由");
        }
    }

    private void problems(String path, Map<String, String> row) {
        if (round.table("problems").isEmpty()) {
            return;
        }
        List<Map<String, String>> own = round.table("problems").get().rows().stream()
                .filter(problem -> row.get("place").equals(problem.get("place")))
                .toList();
        long prominent = own.stream()
                .filter(problem -> "true".equals(problem.get("prominent")))
                .count();
        String place = row.get("place");
        recount.expect(path, place + " problems", BigDecimal.valueOf(own.size()), row.get("problems"));
        recount.expect(
                path, place + " prominent_problems", BigDecimal.valueOf(prominent), row.get("prominent_problems"));
    }

    private void samePlaces(String path, CsvTable grades) {
        Set<String> graded = new TreeSet<>();
        grades.rows().forEach(row -> graded.add(row.get("place")));
        recount.require(
                path,
                "place",
                graded.equals(new TreeSet<>(sheets.keySet()))
                        && graded.size() == grades.rows().size(),
                "地区与 scores.csv 不同");
    }
}
