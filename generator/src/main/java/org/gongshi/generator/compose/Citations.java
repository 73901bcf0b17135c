package org.gongshi.generator.compose;

import java.util.Optional;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorScore;

/**
 * Figures that a report cites (数据引用) instead of copying them, so that the text can never contradict the approved data:
 * {@code {{加权分数}}}, {@code {{得分 A3-02}}} … Each leads to the place where its number can be traced.
 */
final class Citations {
    private final SitePaths paths;
    private final RoundView round;
    private final ApprovedReport report;

    Citations(SitePaths paths, RoundView round, ApprovedReport report) {
        this.paths = paths;
        this.round = round;
        this.report = report;
    }

    /**
     * A filled citation.
     *
     * @param exact the figure with all its digits
     * @param shown as printed
     * @param path where it can be traced
     */
    record Figure(String exact, String shown, String path) {}

    /** The figure of a key such as {@code 得分 A3-02}; empty when the key means nothing. */
    Optional<Figure> find(String key) {
        String[] words = key.strip().split("\\s+");
        return words.length == 1 ? whole(words[0]) : words.length == 2 ? part(words[0], words[1]) : Optional.empty();
    }

    private Optional<Figure> whole(String word) {
        return switch (word) {
            case "加权分数" ->
                traced(report.weightedScore().exact(), report.weightedScore().shown(), "weighted");
            case "等级" -> traced(report.grade().label(), report.grade().label(), "weighted");
            case "问题数" -> {
                String count =
                        Integer.toString(report.dossier().problems().problems().size());
                yield traced(count, count, "problems");
            }
            default -> Optional.empty();
        };
    }

    private Optional<Figure> part(String word, String code) {
        return switch (word) {
            case "得分" ->
                indicator(code).flatMap(one -> {
                    String points = score(one).points().exact();
                    return traced(points, points, code);
                });
            case "原始值" ->
                indicator(code)
                        .flatMap(one -> score(one)
                                .raw()
                                .flatMap(raw -> traced(raw.toPlainString(), raw.toPlainString() + one.unit(), code)));
            case "领域得分" ->
                area(code).flatMap(area -> {
                    String points = Numbers.exact(report.dossier().sheet().areaPoints(area));
                    return traced(points, points, code);
                });
            case "满意度" -> Audience.ofKey(code).flatMap(this::index);
            default -> Optional.empty();
        };
    }

    private Optional<Figure> index(Audience audience) {
        return round.published()
                .results()
                .flatMap(results -> results.find(report.dossier().place().code(), audience))
                .map(result -> {
                    String shown = result.index() instanceof Estimate.Shown figure
                            ? figure.value().toPlainString()
                            : SurveyFigures.WITHHELD;
                    String path = paths.placeSurvey(
                            round.key(), report.dossier().place().code());
                    return new Figure(shown, shown, path + "#" + audience.key());
                });
    }

    private Optional<Figure> traced(String exact, String shown, String anchor) {
        return Optional.of(new Figure(
                exact, shown, paths.trace(round.key(), report.dossier().place().code(), anchor)));
    }

    private IndicatorScore score(Indicator indicator) {
        return report.dossier().sheet().score(indicator.code());
    }

    private Optional<Indicator> indicator(String code) {
        return round.system().indicators().stream()
                .filter(one -> one.code().value().equals(code))
                .findFirst();
    }

    private Optional<ContentArea> area(String id) {
        return round.system().areas().stream()
                .filter(area -> area.id().equals(id))
                .findFirst();
    }
}
