package org.gongshi.evaluation.publication;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.ScoreSheet;

/**
 * The figures that a report may cite (可引用的数据), by the words between {@code {{} and {@code }}}: {@code 加权分数}, {@code 等级},
 * {@code 问题数}, {@code 得分 A3-02}, {@code 原始值 A3-02}, {@code 领域得分 A3}, {@code 满意度 parent}. Immutable.
 */
// 第十三条：年度评价报告综合各方面情况形成；引用的数据出自经批准的同一份数据
@Article({13, 14})
public final class Figures {
    /** What stands in place of a survey index that was not released. */
    public static final String WITHHELD = "不予公布";

    private final Map<String, String> values;

    private Figures(Map<String, String> values) {
        this.values = values;
    }

    /** The figures of one place. */
    public static Figures of(Dossier dossier, Optional<ReleasedResults> results) {
        Objects.requireNonNull(results, "results");
        ScoreSheet sheet = dossier.sheet();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("加权分数", sheet.weightedScore().shown());
        values.put("等级", dossier.report().grade().label());
        values.put("问题数", Integer.toString(dossier.problems().problems().size()));
        for (IndicatorScore score : sheet.scores()) {
            values.put("得分 " + score.indicator(), score.points().exact());
            score.raw()
                    .ifPresent(raw -> values.put(
                            "原始值 " + score.indicator(), raw.toPlainString() + unit(sheet, score.indicator())));
        }
        for (ContentArea area : sheet.system().areas()) {
            values.put("领域得分 " + area.id(), plain(sheet.areaPoints(area)));
        }
        for (Audience audience : Audience.values()) {
            results.flatMap(all -> all.find(dossier.subject().place(), audience))
                    .ifPresent(result -> values.put("满意度 " + audience.key(), index(result)));
        }
        return new Figures(Map.copyOf(values));
    }

    /** The figure for a citation, without its braces; empty when there is none of that name. */
    public Optional<String> value(String citation) {
        return Optional.ofNullable(values.get(citation.strip().replaceAll("\\s+", " ")));
    }

    private static String unit(ScoreSheet sheet, IndicatorCode code) {
        return sheet.system().find(code).map(Indicator::unit).orElse("");
    }

    private static String index(AudienceResult result) {
        return result.index() instanceof Estimate.Shown shown ? shown.shown() : WITHHELD;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
