package org.gongshi.generator.compose;

import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.site.SiteText;

/** The pages on which the office's Markdown stands. */
public final class TextAddresses {
    private TextAddresses() {}

    public static String text(SiteText text) {
        return SitePaths.text(text.name());
    }

    public static String notice(SiteText notice) {
        return SitePaths.notice(notice.name());
    }

    /** The page with the full text of a report. */
    public static String report(Places places, ApprovedReport report) {
        return new SitePaths(places)
                .report(
                        report.dossier().subject().round(),
                        report.dossier().subject().place());
    }
}
