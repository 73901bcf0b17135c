package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.scoring.Score;

/** Reads the {@code rule} of an indicator. */
final class RuleFields {
    private enum Kind {
        RATE("rate"),
        DEDUCTION("deduction"),
        SURVEY_INDEX("survey-index"),
        JUDGED("judged");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private RuleFields() {}

    static Optional<PointRule> rule(Fields fields) {
        Field<Kind> kind = fields.required("kind", Forms.oneOf(Kind.values(), Kind::key));
        Field<Integer> decimals = fields.required("decimals", Forms.integer(0, 4));
        // Without a kind nobody knows which other keys belong here: they are not called unknown.
        return kind.value().flatMap(known -> switch (known) {
            case RATE -> rate(fields, decimals);
            case DEDUCTION -> deduction(fields, decimals);
            case SURVEY_INDEX -> surveyIndex(fields, decimals);
            case JUDGED -> fields.build(() -> new PointRule.Judged(decimals.get()));
        });
    }

    private static Optional<PointRule> rate(Fields fields, Field<Integer> decimals) {
        var floor = fields.required("floor", Forms.decimal());
        var target = fields.required("target", Forms.decimal());
        if (floor.value().isPresent()
                && target.value().isPresent()
                && floor.get().compareTo(target.get()) == 0) {
            fields.reject(target.at(), "floor 与 target 相同（" + floor.get().toPlainString() + "）", "下限值与目标值须不同");
        }
        return fields.build(() -> new PointRule.Rate(floor.get(), target.get(), decimals.get()));
    }

    private static Optional<PointRule> deduction(Fields fields, Field<Integer> decimals) {
        var each = fields.required("each", aboveZero());
        var full = fields.optional("full", aboveZero());
        return fields.build(() -> new PointRule.Deduction(full.get().orElse(Score.FULL), each.get(), decimals.get()));
    }

    private static Optional<PointRule> surveyIndex(Fields fields, Field<Integer> decimals) {
        var audience = fields.required("audience", Forms.oneOf(Audience.values(), Audience::key));
        var withheld = fields.optional("ifWithheld", Forms.decimal(0, 100));
        return fields.build(() ->
                new PointRule.SurveyIndex(audience.get().key(), withheld.get().map(Score::new), decimals.get()));
    }

    private static Form<BigDecimal> aboveZero() {
        return Forms.decimal().where("大于 0、不超过 100 的十进制数", value -> value.signum() > 0 && Score.isValid(value));
    }
}
