package org.gongshi.templates.survey;

import org.gongshi.templates.frame.Wording;

/** A page of the survey; each kind has its template of the same name. */
public sealed interface SurveyPage permits ChoosePage, FormPage, ReviewPage, ReceiptPage, NoticePage, CluePage {

    SurveyFrame frame();

    /** What stands in the window's title, before the name of the round. */
    String title();

    /** The template that shows it. */
    String template();

    default Wording words() {
        return frame().words();
    }
}
