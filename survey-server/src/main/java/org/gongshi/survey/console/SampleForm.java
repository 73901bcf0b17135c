package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.sampling.SizeMeasure;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * The plan of a draw as a form (抽样方案的表单): its fields become {@code survey-sample.yaml}, which is then read as any other. What is not a
 * number in a field of a number never gets so far.
 */
record SampleForm(Map<String, String> values) {
    private static final String NUMBER = "0|[1-9][0-9]{0,3}|(0|[1-9][0-9]{0,3})[.][0-9]{1,8}";
    private static final List<String> GENERAL = List.of("confidence", "share", "classes", "schools");
    private static final List<String> OF_AUDIENCE = List.of("halfWidth", "designEffect", "responseRate");

    SampleForm {
        values = Map.copyOf(values);
    }

    /** What a new form says: a common choice that an office can stay with. */
    static SampleForm usual() {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "confidence", "0.95", "share", "0.5", "size", "classes", "classes", "1", "schools", "2", "beacon", ""));
        for (Audience audience : Audience.values()) {
            boolean bySchool = audience.isSampledBySchool();
            values.put(audience.key(), "yes");
            values.put(audience.key() + "-halfWidth", "0.05");
            values.put(audience.key() + "-designEffect", bySchool ? "1.5" : "1");
            values.put(audience.key() + "-responseRate", bySchool ? "0.8" : "0.6");
            for (SchoolStage stage : bySchool ? List.of(SchoolStage.values()) : List.<SchoolStage>of()) {
                values.put(audience.key() + "-" + stage.key(), "yes");
            }
        }
        return new SampleForm(values);
    }

    /** What was typed. */
    static SampleForm of(UnaryOperator<String> field) {
        Map<String, String> values = new LinkedHashMap<>();
        usual().values()
                .keySet()
                .forEach(name -> values.put(name, field.apply(name).strip()));
        return new SampleForm(values);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean isTicked(String name) {
        return value(name).equals("yes");
    }

    /** Names of the fields that are no numbers though they should be. */
    List<String> wrong() {
        List<String> numbers = new ArrayList<>(GENERAL);
        for (Audience audience : Audience.values()) {
            if (isTicked(audience.key())) {
                OF_AUDIENCE.forEach(one -> numbers.add(audience.key() + "-" + one));
            }
        }
        return numbers.stream().filter(name -> !value(name).matches(NUMBER)).toList();
    }

    /** The plan's file. */
    String yaml(Collection<Digest> frames, Digest commitment) {
        Objects.requireNonNull(commitment, "commitment");
        var text = new StringBuilder("frames:\n");
        frames.forEach(digest -> text.append("  - ").append(digest).append('\n'));
        line(text, "confidence", value("confidence"));
        line(text, "share", value("share"));
        line(
                text,
                "size",
                SizeMeasure.ofKey(value("size")).orElse(SizeMeasure.CLASSES).key());
        line(text, "classesPerSchool", value("classes"));
        line(text, "minimumSchools", value("schools"));
        text.append("targets:\n");
        for (Audience audience : Audience.values()) {
            if (isTicked(audience.key())) {
                line(text, "  " + audience.key(), target(audience));
            }
        }
        line(text, "commitment", commitment.toString());
        if (!value("beacon").isEmpty()) {
            // As JSON, which is YAML: whatever was typed stays a text.
            line(text, "beacon", JsonText.compact(Json.of(value("beacon"))));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private String target(Audience audience) {
        List<String> parts = new ArrayList<>();
        OF_AUDIENCE.forEach(one -> parts.add(one + ": " + value(audience.key() + "-" + one)));
        if (audience.isSampledBySchool()) {
            List<String> stages = new ArrayList<>();
            for (SchoolStage stage : SchoolStage.values()) {
                if (isTicked(audience.key() + "-" + stage.key())) {
                    stages.add(stage.key());
                }
            }
            parts.add("stages: [" + String.join(", ", stages) + "]");
        }
        return "{" + String.join(", ", parts) + "}";
    }
}
