package org.gongshi.evaluation.content;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.satisfaction.Translation;

/** Reads {@code languages/LANGUAGE.yaml}: groups within groups, wordings at their ends. */
final class TranslationFile {
    private static final String LANGUAGE = "language";

    private TranslationFile() {}

    static Optional<Translation> translation(Fields fields, String file, Digest digest, Findings findings) {
        Map<String, String> texts = new TreeMap<>();
        boolean sound = true;
        for (YamlNode.Entry entry : fields.entries()) {
            if (!entry.key().equals(LANGUAGE)) {
                // Every group is known here: which keys are wanted is for the check to say, which knows the
                // questionnaires.
                fields.optional(entry.key(), (node, found) -> Optional.of(node));
                sound &= collect(entry.key(), entry.value(), texts, findings);
            }
        }
        var language = fields.required(
                LANGUAGE, Forms.text("语言代码", "写 BCP 47 代码，例如 en、mn-Mong；中文是原文，不用译文", Translation::isLanguage));
        language.value()
                .filter(tag -> !tag.equals(file))
                .ifPresent(tag -> fields.reject(
                        language.at(), "语言 " + tag + " 与文件名 " + file + ".yaml 不一致", "请改成 " + file + "，或改文件名"));
        Optional<Translation> read = fields.build(() -> new Translation(language.get(), digest, texts));
        return sound ? read : Optional.empty();
    }

    private static boolean collect(String key, YamlNode node, Map<String, String> texts, Findings findings) {
        if (node instanceof YamlNode.Mapping group) {
            boolean sound = true;
            for (YamlNode.Entry entry : group.entries()) {
                sound &= collect(key + "." + entry.key(), entry.value(), texts, findings);
            }
            return sound;
        }
        Optional<String> text = Forms.text().read(node, findings);
        text.ifPresent(wording -> texts.put(key, wording));
        return text.isPresent();
    }
}
