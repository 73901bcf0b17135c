package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.satisfaction.WeightingPlan;

/** Reads {@code survey-plan.yaml}. */
final class SurveyPlanFile {
    private static final int MOST = 1_000_000;

    private SurveyPlanFile() {}

    static Optional<SurveyPlan> plan(Fields fields, Digest digest) {
        var opens = fields.required("opens", Forms.dateTime());
        var closes = fields.required("closes", Forms.dateTime());
        var mapping = fields.required("mapping", SurveyPlanFile::scores);
        var satisfied = fields.list("satisfied", Forms.integer(0, 99));
        var answered = fields.required("minimumAnswered", share());
        var decimals = fields.required("indexDecimals", Forms.integer(0, 2));
        var thresholds = fields.mapping("thresholds", SurveyPlanFile::thresholds);
        var quality = fields.mapping("quality", SurveyPlanFile::quality);
        var stages = fields.mapping("stages", SurveyPlanFile::stages);
        var lonely = fields.required(
                "lonelyPsu",
                Forms.oneOf(
                        SurveyPlan.LonelyCluster.values(), value -> value.name().toLowerCase(Locale.ROOT)));
        var weighting = fields.optionalMapping("weighting", WeightingFile::weighting);
        var composite = fields.optionalMapping("composite", WeightingFile::composite);
        var languages = fields.has("languages")
                ? Optional.of(fields.list("languages", language()))
                : Optional.<Field<List<String>>>empty();
        languages.flatMap(Field::value).ifPresent(tags -> checkLanguages(tags, fields));
        if (opens.value().isPresent()
                && closes.value().isPresent()
                && !opens.get().isBefore(closes.get())) {
            fields.reject(closes.at(), "调查的结束不晚于开始", "closes 应晚于 opens");
        }
        if (mapping.value().isPresent() && satisfied.value().isPresent()) {
            checkSatisfied(mapping.get(), satisfied.get(), fields);
        }
        return fields.build(() -> new SurveyPlan(
                digest,
                opens.get(),
                closes.get(),
                mapping.get(),
                new LinkedHashSet<>(satisfied.get()),
                answered.get(),
                decimals.get(),
                thresholds.get(),
                quality.get(),
                stages.get(),
                lonely.get(),
                weighting.get().orElse(WeightingPlan.STANDARD),
                composite.get(),
                languages.map(Field::get).orElse(List.of())));
    }

    private static void checkLanguages(List<String> tags, Fields fields) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.indexOf(tags.get(i)) < i) {
                fields.reject(fields.below("languages[" + i + "]"), "语言 " + tags.get(i) + " 重复", "每种语言只写一次");
            }
        }
    }

    private static Form<String> language() {
        return Forms.text("语言代码", "写 BCP 47 代码，例如 en、mn-Mong；中文总是有，不用写", Translation::isLanguage);
    }

    /** The keys of {@code mapping} are option values. */
    private static Optional<Map<Integer, BigDecimal>> scores(YamlNode node, Findings findings) {
        return Fields.of(node, findings).flatMap(fields -> {
            Map<Integer, BigDecimal> scores = new TreeMap<>();
            fields.entries().forEach(entry -> {
                Optional<Integer> value = Forms.integer(0, 99).read(entry.key(), entry.at(), findings);
                Optional<BigDecimal> score = Forms.decimal(0, 100).read(entry.value(), findings);
                if (value.isPresent() && score.isPresent()) {
                    scores.put(value.get(), score.get());
                }
            });
            if (fields.entries().isEmpty()) {
                findings.error(node.at(), "没有选项的分值", "请为每个选项值写出分值，例如 5: 100");
            }
            boolean sound =
                    !scores.isEmpty() && scores.size() == fields.entries().size();
            return sound ? Optional.of(scores) : Optional.empty();
        });
    }

    private static void checkSatisfied(Map<Integer, BigDecimal> mapping, List<Integer> satisfied, Fields fields) {
        for (int i = 0; i < satisfied.size(); i++) {
            if (!mapping.containsKey(satisfied.get(i))) {
                fields.reject(
                        fields.below("satisfied[" + i + "]"),
                        "mapping 中没有选项值 " + satisfied.get(i),
                        "请先在 mapping 中写出它的分值");
            }
        }
    }

    private static Optional<SurveyPlan.Thresholds> thresholds(Fields fields) {
        var hide = fields.required("hide", Forms.integer(10, MOST));
        var insufficient = fields.required("insufficient", Forms.integer(10, MOST));
        var rate = fields.required("responseRate", share());
        var clusters = fields.required("minimumClusters", Forms.integer(1, MOST));
        if (hide.value().isPresent() && insufficient.value().isPresent() && insufficient.get() < hide.get()) {
            fields.reject(insufficient.at(), "insufficient 小于 hide", "insufficient 应不小于 " + hide.get());
        }
        return fields.build(
                () -> new SurveyPlan.Thresholds(hide.get(), insufficient.get(), rate.get(), clusters.get()));
    }

    private static Optional<SurveyPlan.Quality> quality(Fields fields) {
        var seconds = fields.required("secondsPerItem", Forms.decimal(0, MOST));
        var line = fields.required("straightLineItems", Forms.integer(2, MOST));
        var crowd = fields.optionalMapping("crowd", SurveyPlanFile::crowd);
        var scatter = fields.optional("scatter", Forms.decimal(0, MOST));
        if (scatter.value().flatMap(own -> own).filter(own -> own.signum() == 0).isPresent()) {
            fields.reject(scatter.at(), "scatter 为 0", "应大于 0，如 1.25；不标记则不写");
        }
        return fields.build(() -> new SurveyPlan.Quality(seconds.get(), line.get(), crowd.get(), scatter.get()));
    }

    private static Optional<SurveyPlan.Crowd> crowd(Fields fields) {
        var sheets = fields.required("burstSheets", Forms.integer(1, MOST));
        var seconds = fields.required("burstSeconds", Forms.integer(1, MOST));
        var identical = fields.required("identicalSheets", Forms.integer(2, MOST));
        return fields.build(() -> new SurveyPlan.Crowd(sheets.get(), seconds.get(), identical.get()));
    }

    private static Optional<Map<Audience, List<SchoolStage>>> stages(Fields fields) {
        var open = fields.list("public", stage());
        var parents = fields.list("parent", stage());
        var students = fields.list("student", stage());
        if (open.value().filter(list -> !list.isEmpty()).isPresent()) {
            fields.reject(open.at(), "社会公众不分学段", "请写 public: []");
        }
        return fields.build(() -> {
            Map<Audience, List<SchoolStage>> stages = new EnumMap<>(Audience.class);
            stages.put(Audience.PUBLIC, List.of());
            stages.put(Audience.PARENT, parents.get());
            stages.put(Audience.STUDENT, students.get());
            return stages;
        });
    }

    private static Form<SchoolStage> stage() {
        return Forms.oneOf(SchoolStage.values(), SchoolStage::key);
    }

    private static Form<BigDecimal> share() {
        return Forms.decimal(0, 1);
    }
}
