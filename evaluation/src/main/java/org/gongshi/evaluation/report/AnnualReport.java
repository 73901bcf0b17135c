package org.gongshi.evaluation.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.Standards;

/**
 * The annual report (年度评价报告) as drawn up; not yet publishable.
 *
 * @param standards the committee's judgement of content and standards, with its basis
 * @param gradeReason the written reason where article 14 leaves the case open
 * @param document document number (文号)
 * @param index index number of disclosed documents (索引号)
 * @param body Markdown, without the front matter
 * @param bodyLine line of the file on which the body begins, from 1
 * @param pictures that lie beside it, by name; what of them the body does not show is not published
 */
@Article(13)
public record AnnualReport(
        String title,
        Grade grade,
        Standards standards,
        String standardsBasis,
        Optional<String> gradeReason,
        String document,
        LocalDate drawnUp,
        String index,
        String body,
        int bodyLine,
        List<ReportPicture> pictures) {
    public AnnualReport {
        Require.text(title, "title");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(standards, "standards");
        Require.text(standardsBasis, "standardsBasis");
        Objects.requireNonNull(gradeReason, "gradeReason");
        Require.text(document, "document");
        Objects.requireNonNull(drawnUp, "drawnUp");
        Require.text(index, "index");
        Require.text(body, "body");
        Require.that(bodyLine >= 1, "lines count from 1");
        pictures = List.copyOf(pictures);
    }

    /** The same report with what lies beside it. */
    public AnnualReport with(List<ReportPicture> beside) {
        return new AnnualReport(
                title, grade, standards, standardsBasis, gradeReason, document, drawnUp, index, body, bodyLine, beside);
    }
}
