package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.outcome.OutcomeKind;
import org.gongshi.evaluation.place.PlaceCode;

/** Reads {@code outcomes.yaml}, entry by entry, since a build must not look at a draft's. */
final class OutcomeFile {
    private static final String KEY = "outcomes";

    private OutcomeFile() {}

    static List<OutcomeEntry> outcomes(SourceFile file, Set<PlaceCode> places, Scope scope, Findings findings) {
        // What is wrong with bytes quotes nothing and may be said to a build too.
        if (file.text(findings).isEmpty()) {
            return List.of();
        }
        Optional<YamlNode.Sequence> entries = Reticence.of(
                scope, findings, found -> YamlTree.read(file, found).flatMap(root -> sequence(root, found)));
        List<OutcomeEntry> outcomes = new ArrayList<>();
        for (YamlNode entry : entries.map(YamlNode.Sequence::items).orElse(List.of())) {
            if (scope.covers(placeOf(entry))) {
                Fields.of(entry, findings)
                        .flatMap(fields -> outcome(fields, places))
                        .ifPresent(outcome -> outcomes.add(new OutcomeEntry(outcome, entry)));
            }
        }
        return List.copyOf(outcomes);
    }

    private static Optional<YamlNode.Sequence> sequence(YamlNode root, Findings findings) {
        return Fields.of(root, findings).flatMap(fields -> {
            var list = fields.required(KEY, (node, found) -> {
                if (node instanceof YamlNode.Sequence sequence) {
                    return Optional.of(sequence);
                }
                found.error(node.at(), "应为列表，此处是" + node.described(), "没有记录时写 outcomes: []");
                return Optional.empty();
            });
            return fields.build(list::get);
        });
    }

    private static String placeOf(YamlNode entry) {
        return entry instanceof YamlNode.Mapping mapping
                ? mapping.entry("place")
                        .map(YamlNode.Entry::value)
                        .filter(YamlNode.Scalar.class::isInstance)
                        .map(value -> ((YamlNode.Scalar) value).text())
                        .orElse("")
                : "";
    }

    private static Optional<Outcome> outcome(Fields fields, Set<PlaceCode> places) {
        var place = fields.required("place", Forms.placeCode());
        var kind = fields.required("kind", Forms.oneOf(OutcomeKind.values(), OutcomeKind::key));
        var date = fields.required("date", Forms.date());
        var document = fields.required("document", Forms.text());
        var body = fields.required("body", Forms.text());
        var text = fields.required("text", Forms.text());
        place.value()
                .filter(code -> !places.contains(code))
                .ifPresent(code -> fields.reject(place.at(), "地区 " + code + " 不在本轮 places 中", "请核对代码"));
        return fields.build(
                () -> new Outcome(place.get(), kind.get(), date.get(), document.get(), body.get(), text.get()));
    }
}
