package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;

/**
 * The digest of exactly the inputs of one place (依据摘要), to which decisions are bound: the bytes of {@code report.md} and of every
 * picture beside it, {@code stages.yaml}, {@code findings.yaml}, {@code indicators.yaml} and {@code results.json}; the place's rows of {@code scores.csv} and
 * entries of {@code outcomes.yaml}; its entry of {@code places.yaml}; {@code round.yaml} without {@code publication}. It is the
 * SHA-256 of one canonical JSON object with a field for each of them, described in {@code docs/content.md}.
 */
// 第十三条：审定和批准的是这一份内容；其后改动任何一个字节，决定不再有效
@Article(13)
final class InputsDigest {
    private static final String FORM = "gongshi/inputs/1";

    private InputsDigest() {}

    /** Parts of files that the place shares with others. */
    record Shared(YamlNode round, YamlNode places, List<Json> scores, List<YamlNode> outcomes) {}

    static Digest of(Subject subject, Map<String, Digest> opened, Shared shared) {
        RoundKey round = subject.round();
        Json.ObjectBuilder inputs = Json.object()
                .put("form", FORM)
                .put("subject", subject.toString())
                .put("report.md", whole(opened, ContentPaths.report(subject)))
                .put("stages.yaml", whole(opened, ContentPaths.stages(subject)))
                .put("findings.yaml", whole(opened, ContentPaths.problems(subject)))
                .put("indicators.yaml", whole(opened, ContentPaths.indicators(round)))
                .put("results.json", whole(opened, ContentPaths.results(round)))
                .put("scores.csv", Json.array(shared.scores()))
                .put(
                        "outcomes.yaml",
                        Json.array(shared.outcomes().stream()
                                .map(InputsDigest::json)
                                .toList()))
                .put("places.yaml", entry(shared.places(), subject.place()))
                .put("round.yaml", without(shared.round(), "publication"));
        Map<String, Json> pictures = pictures(subject, opened);
        // A report without pictures keeps the digest that it had before there were any.
        if (!pictures.isEmpty()) {
            inputs.put("pictures", new Json.Obj(pictures));
        }
        return Digest.of(JsonText.canonical(inputs.build()));
    }

    private static Map<String, Json> pictures(Subject subject, Map<String, Digest> opened) {
        String folder = ContentPaths.pictures(subject) + "/";
        Map<String, Json> pictures = new TreeMap<>();
        opened.forEach((name, digest) -> {
            if (name.startsWith(folder)) {
                pictures.put(name.substring(folder.length()), Json.of(digest.toString()));
            }
        });
        return pictures;
    }

    private static Json whole(Map<String, Digest> opened, String name) {
        return Optional.ofNullable(opened.get(name))
                .map(digest -> Json.of(digest.toString()))
                .orElse(Json.NULL);
    }

    private static Json entry(YamlNode root, PlaceCode code) {
        return places(root).stream()
                .filter(YamlNode.Mapping.class::isInstance)
                .map(YamlNode.Mapping.class::cast)
                .filter(place -> place.entry("code").map(InputsDigest::text).equals(Optional.of(code.value())))
                .findFirst()
                .map(InputsDigest::json)
                .orElse(Json.NULL);
    }

    private static List<YamlNode> places(YamlNode root) {
        return root instanceof YamlNode.Mapping mapping
                        && mapping.entry("places").isPresent()
                        && mapping.entry("places").get().value() instanceof YamlNode.Sequence sequence
                ? sequence.items()
                : List.of();
    }

    private static String text(YamlNode.Entry entry) {
        return entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    private static Json without(YamlNode root, String key) {
        Map<String, Json> fields = new TreeMap<>();
        if (root instanceof YamlNode.Mapping mapping) {
            mapping.entries().stream()
                    .filter(entry -> !entry.key().equals(key))
                    .forEach(entry -> fields.put(entry.key(), json(entry.value())));
        }
        return new Json.Obj(fields);
    }

    /** Scalars as they are written, so that 33.3 and 33.30 differ; comments and layout do not count. */
    private static Json json(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Json> fields = new TreeMap<>();
            mapping.entries().forEach(entry -> fields.put(entry.key(), json(entry.value())));
            return new Json.Obj(fields);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return Json.array(sequence.items().stream().map(InputsDigest::json).toList());
        }
        return Json.of(((YamlNode.Scalar) node).text());
    }
}
