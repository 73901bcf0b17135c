package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.Score;

/** Reads {@code indicators.yaml}. */
final class IndicatorFiles {
    private static final Pattern AREA = Pattern.compile("[A-Z][0-9]{1,2}");

    private IndicatorFiles() {}

    /** A system with the day on which it was issued (印发日期). */
    static Optional<IssuedSystem> system(Fields fields) {
        var document = fields.required("document", Forms.text());
        var issued = fields.required("issued", Forms.date());
        fields.optional("notes", Forms.text());
        Field<List<ContentArea>> areas = fields.mappings("areas", IndicatorFiles::area);
        areas.value().ifPresent(all -> checkWhole(all, fields));
        return fields.build(() -> new IssuedSystem(new IndicatorSystem(document.get(), areas.get()), issued.get()));
    }

    private static Optional<ContentArea> area(Fields fields) {
        var id = fields.required(
                "id",
                Forms.text("领域代码", "领域代码写成 A1 的样子", text -> AREA.matcher(text).matches()));
        var name = fields.required("name", Forms.text());
        var topics = fields.list("topics", Forms.text());
        Field<List<Indicator>> indicators = fields.mappings("indicators", IndicatorFiles::indicator);
        if (indicators.value().filter(List::isEmpty).isPresent()) {
            fields.reject(indicators.at(), "领域没有指标", "请列出指标，或删去这个领域");
        }
        if (id.value().isPresent() && indicators.value().isPresent()) {
            checkCodes(id.get(), indicators.get(), fields);
        }
        return fields.build(() -> new ContentArea(id.get(), name.get(), topics.get(), indicators.get()));
    }

    private static Optional<Indicator> indicator(Fields fields) {
        var code = fields.required("code", Forms.indicatorCode());
        var name = fields.required("name", Forms.text());
        var definition = fields.required("definition", Forms.text());
        var source = fields.required("source", Forms.text());
        var weight = fields.required(
                "weight",
                Forms.decimal().where("大于 0、不超过 100 的十进制数", value -> value.signum() > 0 && Score.isValid(value)));
        var key = fields.optional("key", Forms.bool());
        var unit = fields.optional("unit", Forms.text());
        var rule = fields.mapping("rule", RuleFields::rule);
        return fields.build(() -> new Indicator(
                code.get(),
                name.get(),
                definition.get(),
                source.get(),
                weight.get(),
                key.get().orElse(false),
                unit.get().orElse(""),
                rule.get()));
    }

    private static void checkCodes(String area, List<Indicator> indicators, Fields fields) {
        for (int i = 0; i < indicators.size(); i++) {
            if (!indicators.get(i).code().areaId().equals(area)) {
                fields.reject(
                        fields.below("indicators[" + i + "].code"),
                        "指标代码 " + indicators.get(i).code() + " 不属于领域 " + area,
                        "代码应以 " + area + "- 开头");
            }
        }
    }

    private static void checkWhole(List<ContentArea> areas, Fields fields) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < areas.size(); i++) {
            ContentArea area = areas.get(i);
            String path = "areas[" + i + "]";
            if (!seen.add(area.id())) {
                fields.reject(fields.below(path + ".id"), "领域 " + area.id() + " 重复", "每个领域只写一次");
            }
            for (int j = 0; j < area.indicators().size(); j++) {
                if (!seen.add(area.indicators().get(j).code())) {
                    fields.reject(
                            fields.below(path + ".indicators[" + j + "].code"),
                            "指标 " + area.indicators().get(j).code() + " 重复",
                            "每个指标只写一次");
                }
            }
        }
        checkWeights(areas, fields);
    }

    /** Weights add up to exactly 100; the message gives the sum and what is missing or too much. */
    private static void checkWeights(List<ContentArea> areas, Fields fields) {
        BigDecimal sum = areas.stream().map(ContentArea::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal missing = Score.FULL.subtract(sum);
        if (missing.signum() != 0) {
            String difference = missing.abs().stripTrailingZeros().toPlainString();
            fields.reject(
                    fields.of("areas"),
                    "权重合计为 " + sum.stripTrailingZeros().toPlainString() + "，应正好为 100",
                    (missing.signum() > 0 ? "还差 " : "多出 ") + difference);
        }
    }
}
