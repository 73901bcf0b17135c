package org.gongshi.templates.office;

import java.util.Optional;
import org.gongshi.templates.frame.Wording;

/** A page of the console; each kind has its template of the same name. */
public sealed interface OfficePage
        permits SignInPage,
                PasswordPage,
                FactorPage,
                OncePage,
                SamplePage,
                SelfPage,
                SetupPage,
                IntakePage,
                HomePage,
                ProgressPage,
                CodesPage,
                PaperPage,
                WorkbooksPage,
                ChangesPage,
                ChangePage,
                RecordsPage,
                RecordPage,
                AnnouncementsPage,
                AnnouncementPage,
                FilesPage,
                FilePage,
                FileEditPage,
                StagesPage,
                PlaceStagesPage,
                ProblemsPage,
                ReportsPage,
                ReportHeadPage,
                DecisionsPage,
                DestructionPage,
                DeviationsPage,
                DrawPage,
                CalendarPage,
                NoticesPage,
                NoticePage,
                CluesPage,
                QualityPage,
                ResultsPage,
                SitePage,
                SiteJobPage,
                AccountsPage,
                AuditPage,
                BackupPage,
                ClueKeyPage,
                MessagePage,
                NewSurveyPage {

    OfficeFrame frame();

    /** What stands in the window's title and as the heading. */
    String title();

    /** The template that shows it. */
    String template();

    /** A script of this page alone, beside the one that every page loads. */
    default Optional<String> script() {
        return Optional.empty();
    }

    default Wording words() {
        return frame().words();
    }
}
