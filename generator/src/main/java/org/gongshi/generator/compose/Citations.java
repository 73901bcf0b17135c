package org.gongshi.generator.compose;

import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.Figures;
import org.gongshi.evaluation.round.RoundKey;

/**
 * Figures that a report cites (数据引用) with the place on the site where each can be traced: {@code {{加权分数}}} leads to the
 * sum of the trace, {@code {{得分 A3-02}}} to its row. The values are those that the gate has checked.
 */
final class Citations {
    private final SitePaths paths;
    private final RoundKey round;
    private final ApprovedReport report;
    private final PlaceCode place;
    private final Figures figures;

    Citations(SitePaths paths, RoundView round, ApprovedReport report) {
        this.paths = paths;
        this.round = round.key();
        this.report = report;
        this.place = report.dossier().place().code();
        this.figures = Figures.of(report.dossier(), round.published().results());
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
        return figures.value(key).map(shown -> new Figure(exact(words[0], shown), shown, path(words)));
    }

    private String exact(String word, String shown) {
        return word.equals("加权分数") ? report.weightedScore().exact() : shown;
    }

    private String path(String[] words) {
        return switch (words[0]) {
            case "问题数" -> paths.trace(round, place, "problems");
            case "满意度" -> paths.placeSurvey(round, place) + "#" + words[1];
            case "加权分数", "等级" -> paths.trace(round, place, "weighted");
            default -> paths.trace(round, place, words[1]);
        };
    }
}
