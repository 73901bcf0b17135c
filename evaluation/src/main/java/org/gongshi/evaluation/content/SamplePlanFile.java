package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.sampling.Confidence;
import org.gongshi.evaluation.sampling.SamplePlan;
import org.gongshi.evaluation.sampling.SampleTarget;
import org.gongshi.evaluation.sampling.SizeMeasure;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/** Reads the plan of a draw, {@code survey-sample.yaml}; every field is described in {@code docs/sampling.md}. */
public final class SamplePlanFile {
    private static final int MOST = 1000;

    private SamplePlanFile() {}

    /** The plan; empty, with findings, when anything in it is wrong. */
    public static Optional<SamplePlan> read(SourceFile file, Findings findings) {
        return YamlTree.read(file, findings)
                .flatMap(root -> Fields.of(root, findings))
                .flatMap(fields -> plan(fields, file.digest()));
    }

    static Optional<SamplePlan> plan(Fields fields, Digest digest) {
        var frames = fields.list("frames", digest());
        var confidence = fields.required("confidence", confidence());
        var share = fields.required("share", between("0", "1"));
        var size = fields.required("size", Forms.oneOf(SizeMeasure.values(), SizeMeasure::key));
        var classes = fields.required("classesPerSchool", Forms.integer(1, MOST));
        var schools = fields.required("minimumSchools", Forms.integer(1, MOST));
        var targets = fields.mapping("targets", SamplePlanFile::targets);
        var commitment = fields.required("commitment", digest());
        var beacon = fields.optional("beacon", Forms.text());
        frames.value()
                .filter(List::isEmpty)
                .ifPresent(none -> fields.reject(frames.at(), "没有抽样框文件", "写出每个抽样框文件的 SHA-256"));
        return fields.build(() -> new SamplePlan(
                digest,
                frames.get(),
                confidence.get(),
                share.get(),
                size.get(),
                classes.get(),
                schools.get(),
                targets.get(),
                commitment.get(),
                beacon.get()));
    }

    private static Optional<Map<Audience, SampleTarget>> targets(Fields fields) {
        List<Field<Optional<SampleTarget>>> asked = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            asked.add(fields.optionalMapping(audience.key(), below -> target(below, audience)));
        }
        if (fields.isSound() && asked.stream().allMatch(field -> field.get().isEmpty())) {
            fields.reject(fields.at(), "没有调查对象", "写出 public、parent、student 中的一个或几个");
        }
        return fields.build(() -> {
            Map<Audience, SampleTarget> targets = new EnumMap<>(Audience.class);
            for (Audience audience : Audience.values()) {
                asked.get(audience.ordinal()).get().ifPresent(target -> targets.put(audience, target));
            }
            return targets;
        });
    }

    private static Optional<SampleTarget> target(Fields fields, Audience audience) {
        var halfWidth = fields.required("halfWidth", between("0", "0.5"));
        var effect = fields.required("designEffect", Forms.decimal(1, MOST));
        var rate = fields.required(
                "responseRate", Forms.decimal(0, 1).where("大于 0、至多 1 的十进制数", value -> value.signum() > 0));
        if (!audience.isSampledBySchool()) {
            return fields.build(() -> new SampleTarget(halfWidth.get(), effect.get(), rate.get(), List.of()));
        }
        var stages = fields.list("stages", Forms.oneOf(SchoolStage.values(), SchoolStage::key));
        stages.value().ifPresent(list -> {
            if (list.isEmpty() || list.stream().distinct().count() < list.size()) {
                fields.reject(stages.at(), list.isEmpty() ? "没有学段" : "学段重复", "每个学段写一次，例如 [primary, junior]");
            }
        });
        return fields.build(() -> new SampleTarget(halfWidth.get(), effect.get(), rate.get(), stages.get()));
    }

    private static Form<Confidence> confidence() {
        Form<BigDecimal> decimal = Forms.decimal();
        return new Form<>(
                " 0.90、0.95 或 0.99",
                decimal.kinds(),
                text -> decimal.parse().apply(text).flatMap(Confidence::of),
                text -> "通常写 0.95");
    }

    private static Form<BigDecimal> between(String low, String high) {
        BigDecimal least = new BigDecimal(low);
        BigDecimal most = new BigDecimal(high);
        return Forms.decimal()
                .where(
                        "大于 " + low + "、小于 " + high + " 的十进制数",
                        value -> value.compareTo(least) > 0 && value.compareTo(most) < 0);
    }

    private static Form<Digest> digest() {
        return Forms.code(
                "SHA-256 摘要",
                "摘要写成 sha256: 和 64 位十六进制小写字母数字",
                text -> Optional.of(text).filter(Digest::isValid).map(Digest::parse));
    }
}
