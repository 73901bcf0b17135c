package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.report.Decision;

/** Reads {@code decisions.yaml}. */
final class DecisionFile {
    private DecisionFile() {}

    static Optional<List<Decision>> decisions(Fields fields) {
        var decisions = fields.mappings("decisions", DecisionFile::decision);
        return fields.build(decisions::get);
    }

    private static Optional<Decision> decision(Fields fields) {
        var kind = fields.required("kind", Forms.oneOf(DecisionKind.values(), DecisionKind::key));
        var body = fields.required("body", Forms.text());
        var document = fields.required("document", Forms.text());
        var date = fields.required("date", Forms.date());
        var digest = fields.required(
                "digest", Forms.text("摘要（sha256: 和 64 位十六进制数字）", "摘要由 ./gongshi decide 写成，请勿手工填写", Digest::isValid));
        return fields.build(
                () -> kind.get().decision(body.get(), document.get(), date.get(), Digest.parse(digest.get())));
    }
}
