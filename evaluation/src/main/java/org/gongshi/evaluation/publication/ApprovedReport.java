package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.GradeRule;
import org.gongshi.evaluation.scoring.Score;

/**
 * A reviewed and approved report with all it rests on: the only report that a page accepts. Made by
 * {@link PublicationGate} alone.
 */
@Article(13)
public final class ApprovedReport {
    private final Dossier dossier;
    private final Decision.Review review;
    private final Decision.Approval approval;
    private final LocalDate publishedOn;

    ApprovedReport(Dossier dossier, Decision.Review review, Decision.Approval approval, LocalDate publishedOn) {
        this.dossier = Objects.requireNonNull(dossier, "dossier");
        this.review = Objects.requireNonNull(review, "review");
        this.approval = Objects.requireNonNull(approval, "approval");
        this.publishedOn = Objects.requireNonNull(publishedOn, "publishedOn");
    }

    /** The dossier that was approved. */
    public Dossier dossier() {
        return dossier;
    }

    public Decision.Review review() {
        return review;
    }

    public Decision.Approval approval() {
        return approval;
    }

    /** First day of publication (发布日期). */
    public LocalDate publishedOn() {
        return publishedOn;
    }

    public Score weightedScore() {
        return dossier.sheet().weightedScore();
    }

    /** The band of the score; the stated grade stands at it or below. */
    public Grade band() {
        return GradeRule.band(weightedScore());
    }

    public Grade grade() {
        return dossier.report().grade();
    }
}
