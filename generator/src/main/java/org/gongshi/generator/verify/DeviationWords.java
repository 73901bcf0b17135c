package org.gongshi.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * What the Chinese pages must say of one row of {@code deviations.csv} (偏离方案的说法), put together once more from the row alone.
 *
 * @param row a row of a place whose report is published
 */
record DeviationWords(Map<String, String> row, Deviation.Kind kind, Audience audience, Optional<SchoolStage> stage) {
    /** How a sentence about places that are awaited goes on, whatever their number. */
    static final String AWAITED = " 处涉及结果尚未公布的地区，随其报告公布。";

    /** @throws IllegalArgumentException when the row is no deviation */
    static DeviationWords of(Map<String, String> row) {
        var words = new DeviationWords(
                row,
                Deviation.Kind.ofKey(row.get("deviation")).orElseThrow(() -> new IllegalArgumentException("没有这种处理办法")),
                Audience.ofKey(row.get("audience")).orElseThrow(() -> new IllegalArgumentException("没有这种对象")),
                stage(row.get("stage")));
        boolean merged = words.kind == Deviation.Kind.MERGED;
        String into = row.get("merged_with");
        if (merged == into.isEmpty() || merged && into.equals(row.get("stage"))) {
            throw new IllegalArgumentException("合并的学段与处理办法不符");
        }
        String[] by = row.get("decided_by").split("、", -1);
        if (by.length != 2 || by[0].isBlank() || by[1].isBlank() || by[0].equals(by[1])) {
            throw new IllegalArgumentException("偏离方案须由两个不同的人登记");
        }
        return words;
    }

    static String awaited(int number) {
        return "另有 " + number + AWAITED;
    }

    String stratum() {
        return row.get("place_name")
                + audience.label()
                + stage.map(one -> "（" + one.label() + "）").orElse("");
    }

    /** In front of what a place's own page says of one of its strata. */
    String ofStage() {
        return stage.map(one -> one.label() + "：").orElse("");
    }

    String told() {
        return instead() + "（" + row.get("people") + " 人）。理由：" + row.get("deviation_reason") + "。登记：" + decided();
    }

    /** The cells of its row on the method's page. */
    List<String> cells() {
        return List.of(stratum(), row.get("people"), instead(), row.get("deviation_reason"), decided());
    }

    /** Whether a sentence in any language tells its people and its day. */
    boolean isIn(String sentence) {
        return sentence.contains(row.get("people")) && sentence.contains(row.get("decided"));
    }

    private String instead() {
        return switch (kind) {
            case MERGED -> "与" + stage(row.get("merged_with")).orElseThrow().label() + "合并加权";
            case NOT_COVERED -> "未覆盖：结果不代表这 " + row.get("people") + " 人";
            case ADJUSTED -> "抽样误差按保守方法估计";
        };
    }

    private String decided() {
        String seen = row.get("results_seen").equals("true") ? "登记前已有人看过结果或答卷" : "登记前没有人看过结果";
        return row.get("decided") + "，" + row.get("decided_by") + "；" + seen;
    }

    private static Optional<SchoolStage> stage(String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SchoolStage.ofKey(key).orElseThrow(() -> new IllegalArgumentException("没有这个学段")));
    }
}
