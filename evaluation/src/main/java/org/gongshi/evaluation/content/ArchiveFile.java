package org.gongshi.evaluation.content;

import java.util.Optional;
import org.gongshi.evaluation.archive.ArchiveDecision;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.digest.Digest;

/** Reads {@code archive.yaml}. */
final class ArchiveFile {
    private ArchiveFile() {}

    static Optional<ArchiveDecision> decision(Fields fields) {
        var body = fields.required("body", Forms.text());
        var document = fields.required("document", Forms.text());
        var date = fields.required("date", Forms.date());
        var digest = fields.required(
                "digest", Forms.text("摘要（sha256: 和 64 位十六进制数字）", "可用 sha256sum archive.ndjson 算出", Digest::isValid));
        return fields.build(
                () -> new ArchiveDecision(body.get(), document.get(), date.get(), Digest.parse(digest.get())));
    }
}
