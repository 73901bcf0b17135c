package org.gongshi.templates.office;

import org.gongshi.templates.frame.Wording;

/** A page of the console; each kind has its template of the same name. */
public sealed interface OfficePage
        permits SignInPage,
                PasswordPage,
                FactorPage,
                OncePage,
                SelfPage,
                HomePage,
                ProgressPage,
                CodesPage,
                CluesPage,
                QualityPage,
                ResultsPage,
                SitePage,
                SiteJobPage,
                AccountsPage,
                AuditPage,
                MessagePage {

    OfficeFrame frame();

    /** What stands in the window's title and as the heading. */
    String title();

    /** The template that shows it. */
    String template();

    default Wording words() {
        return frame().words();
    }
}
