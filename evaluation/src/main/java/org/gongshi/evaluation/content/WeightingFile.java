package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.Doubt;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.WeightingPlan;

/** Reads {@code weighting} and {@code composite} of {@code survey-plan.yaml}. */
final class WeightingFile {
    private static final String NO_TRIMMING = "none";

    private WeightingFile() {}

    static Optional<WeightingPlan> weighting(Fields fields) {
        var trim = fields.required("trim", WeightingFile::trim);
        var margins = fields.mappings("margins", WeightingFile::margin);
        var excluded = fields.list("excluded", Forms.oneOf(Doubt.values(), Doubt::key));
        margins.value().ifPresent(all -> checkTwice(all, fields));
        return fields.build(() -> new WeightingPlan(trim.get(), margins.get(), new HashSet<>(excluded.get())));
    }

    /** {@code none}, or how many times the median. */
    private static Optional<Optional<BigDecimal>> trim(YamlNode node, Findings findings) {
        if (node instanceof YamlNode.Scalar word && word.text().equals(NO_TRIMMING)) {
            return Optional.of(Optional.empty());
        }
        Form<BigDecimal> times = Forms.decimal()
                .where(
                        "大于 1、不超过 1000 的倍数，或 none（不截尾）",
                        value -> value.compareTo(BigDecimal.ONE) > 0 && value.compareTo(BigDecimal.valueOf(1000)) <= 0);
        return times.read(node, findings).map(Optional::of);
    }

    private static Optional<ProfileMargin> margin(Fields fields) {
        var audience = fields.required("audience", Forms.oneOf(Audience.values(), Audience::key));
        var question = fields.required("question", Forms.text());
        var shares = fields.optional("shares", WeightingFile::shares);
        var places = fields.optional("places", WeightingFile::places);
        boolean both = fields.has("shares") && fields.has("places");
        if (both || !fields.has("shares") && !fields.has("places")) {
            fields.reject(fields.at(), "shares（全域）和 places（分地区）须写且只写一个", "总体比例按全域给出写 shares，按地区给出写 places");
        }
        return fields.build(() -> new ProfileMargin(
                audience.get(),
                question.get(),
                shares.get().orElse(Map.of()),
                places.get().orElse(Map.of())));
    }

    private static Optional<Map<PlaceCode, Map<Integer, BigDecimal>>> places(YamlNode node, Findings findings) {
        return Fields.of(node, findings).flatMap(fields -> {
            Map<PlaceCode, Map<Integer, BigDecimal>> places = new TreeMap<>();
            fields.entries().forEach(entry -> {
                Optional<PlaceCode> place = Forms.placeCode().read(entry.key(), entry.at(), findings);
                Optional<Map<Integer, BigDecimal>> shares = shares(entry.value(), findings);
                if (place.isPresent() && shares.isPresent()) {
                    places.put(place.get(), shares.get());
                }
            });
            return complete(places, fields, findings);
        });
    }

    /** Option value → share; together they are everybody. */
    private static Optional<Map<Integer, BigDecimal>> shares(YamlNode node, Findings findings) {
        return Fields.of(node, findings).flatMap(fields -> {
            Map<Integer, BigDecimal> shares = new TreeMap<>();
            fields.entries().forEach(entry -> {
                Optional<Integer> option = Forms.integer(0, 99).read(entry.key(), entry.at(), findings);
                Optional<BigDecimal> share = Forms.decimal(0, 1).read(entry.value(), findings);
                if (option.isPresent() && share.isPresent()) {
                    shares.put(option.get(), share.get());
                }
            });
            Optional<Map<Integer, BigDecimal>> read = complete(shares, fields, findings);
            if (read.isPresent() && !ProfileMargin.isDistribution(shares)) {
                BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                findings.error(node.at(), "各选项的总体比例之和是 " + sum.toPlainString() + "，应恰为 1", "核对比例；四舍五入的尾差由最大的一项承担");
                return Optional.empty();
            }
            return read;
        });
    }

    private static <K, V> Optional<Map<K, V>> complete(Map<K, V> read, Fields fields, Findings findings) {
        if (fields.entries().isEmpty()) {
            findings.error(fields.at(), "没有内容", "请至少写一行");
        }
        return !read.isEmpty() && read.size() == fields.entries().size() ? Optional.of(read) : Optional.empty();
    }

    private static void checkTwice(List<ProfileMargin> margins, Fields fields) {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < margins.size(); at++) {
            ProfileMargin margin = margins.get(at);
            if (!seen.add(margin.audience() + margin.question())) {
                fields.reject(
                        fields.below("margins[" + at + "].question"),
                        "背景题 " + margin.question() + " 重复",
                        "每道背景题只写一条边际");
            }
        }
    }

    static Optional<CompositePlan> composite(Fields fields) {
        var weights = fields.mapping("weights", WeightingFile::weights);
        var missing =
                fields.required("missing", Forms.oneOf(CompositePlan.Missing.values(), CompositePlan.Missing::key));
        return fields.build(() -> new CompositePlan(weights.get(), missing.get()));
    }

    private static Optional<Map<Audience, BigDecimal>> weights(Fields fields) {
        Map<Audience, BigDecimal> weights = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            var weight = fields.required(audience.key(), Forms.decimal(0, 1));
            weight.value().filter(value -> value.signum() > 0).ifPresent(value -> weights.put(audience, value));
        }
        if (fields.isSound() && !CompositePlan.isComplete(weights)) {
            BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            fields.reject(fields.at(), "三类对象的权重之和是 " + sum.toPlainString() + "，应恰为 1", "核对权重；不计入的对象写 0");
        }
        return fields.build(() -> weights);
    }
}
