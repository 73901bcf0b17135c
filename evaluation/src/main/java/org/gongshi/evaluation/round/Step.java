package org.gongshi.evaluation.round;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** The dated steps of a round in the order of the regulation (第七条至第十三条). */
@Article({7, 8, 9, 10, 11, 12, 13})
public enum Step {
    // 第七条：于每年3月1日前印发年度评价指标体系及书面通知
    NOTICE("notice", "印发指标体系和通知", 7, MonthDay.of(3, 1)),
    // 第九条：于每年4月中旬形成年度监测报告（中旬至20日止）
    MONITORING("monitoring", "第三方监测报告", 9, MonthDay.of(4, 20)),
    // 第八条：于每年4月30日前报自治区教育督导委员会
    SELF_EVALUATION("self-evaluation", "自评报告报送", 8, MonthDay.of(4, 30)),
    INSPECTION("inspection", "实地检查", 10, null),
    FEEDBACK("feedback", "反馈评价意见", 11, null),
    RECTIFICATION("rectification", "整改结果报送", 12, null),
    RECHECK("recheck", "复查", 12, null),
    REVIEW("review", "审定", 13, null),
    APPROVAL("approval", "批准", 13, null),
    PUBLICATION("publication", "向社会公开发布", 13, null);

    private final String key;
    private final String label;
    private final int article;
    private final MonthDay limit;

    Step(String key, String label, int article, MonthDay limit) {
        this.key = key;
        this.label = label;
        this.article = article;
        this.limit = limit;
    }

    /** The word in content files. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The article that orders it. */
    public int article() {
        return article;
    }

    /**
     * The last day in that year on which the step is in time (the named day itself still is); empty where the regulation
     * names none.
     */
    public Optional<LocalDate> lastDay(EvaluationYear year) {
        return Optional.ofNullable(limit).map(day -> day.atYear(year.value()));
    }

    public static Optional<Step> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
