package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.MarkdownFile;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.Standards;

/** Reads {@code report.md}. */
final class ReportFile {
    private ReportFile() {}

    static Optional<AnnualReport> report(MarkdownFile file, Fields fields) {
        var title = fields.required("title", Forms.text());
        var grade = fields.required("grade", Forms.oneOf(Grade.values(), Grade::label));
        var standards = fields.required("standards", Forms.oneOf(Standards.values(), Standards::key));
        var basis = fields.required("standardsBasis", Forms.text());
        var reason = fields.optional("gradeReason", Forms.text());
        var document = fields.required("document", Forms.text());
        var drawnUp = fields.required("drawnUp", Forms.date());
        var index = fields.required("index", Forms.text());
        return fields.build(() -> new AnnualReport(
                title.get(),
                grade.get(),
                standards.get(),
                basis.get(),
                reason.get(),
                document.get(),
                drawnUp.get(),
                index.get(),
                file.body(),
                file.bodyLine(),
                List.of()));
    }
}
