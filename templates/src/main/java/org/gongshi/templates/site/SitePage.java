package org.gongshi.templates.site;

import org.gongshi.templates.frame.Frame;

/** A page of the public site: one kind for each kind of address. */
public sealed interface SitePage
        permits HomePage,
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
                SiteMapPage,
                NotFoundPage {

    Frame frame();

    /** The template that shows it. */
    String template();
}
