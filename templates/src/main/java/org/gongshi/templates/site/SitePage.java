package org.gongshi.templates.site;

import org.gongshi.templates.frame.Frame;

/** A page of the public site. What is a list, a board or a comparison is a {@link BlocksPage}; the others have templates of their own. */
public sealed interface SitePage
        permits BlocksPage,
                HomePage,
                ArchivePage,
                ArchivedReportPage,
                RoundPage,
                PlacePage,
                ReportPage,
                ReportsPage,
                IndicatorsPage,
                IndicatorPage,
                SatisfactionPage,
                PlaceSurveyPage,
                ProblemsPage,
                ProblemPage,
                CalendarPage,
                OutcomesPage,
                TextPage,
                DataPage,
                CorrectionsPage,
                NoticesPage,
                AccessibilityPage,
                SearchPage,
                SiteMapPage,
                NotFoundPage {

    Frame frame();

    /** The template that shows it. */
    String template();
}
