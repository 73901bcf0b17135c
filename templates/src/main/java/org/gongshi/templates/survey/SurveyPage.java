package org.gongshi.templates.survey;

import org.gongshi.templates.frame.Wording;

/** A page of the survey; each kind has its template of the same name. */
public sealed interface SurveyPage
        permits ChoosePage,
                FormPage,
                ReviewPage,
                ReceiptPage,
                NoticePage,
                AccessibilityPage,
                RoomJoinPage,
                RoomOpenPage,
                RoomScreenPage,
                CluePage {

    SurveyFrame frame();

    /** What stands in the window's title, before the name of the round. */
    String title();

    /** The template that shows it. */
    String template();

    /** After so many seconds a browser without a script looks again; 0: never. */
    default int refreshSeconds() {
        return 0;
    }

    default Wording words() {
        return frame().words();
    }
}
