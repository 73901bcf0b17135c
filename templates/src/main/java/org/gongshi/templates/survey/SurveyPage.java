package org.gongshi.templates.survey;

import java.util.Optional;
import org.gongshi.templates.frame.Wording;

/** A page of the survey; each kind has its template of the same name. */
public sealed interface SurveyPage
        permits ChoosePage,
                FormPage,
                ReviewPage,
                ReceiptPage,
                ReceiptListPage,
                NoticePage,
                NoSurveyPage,
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

    /** How what stands in the fields comes along when the language is changed; empty where nothing does. */
    default Optional<Resend> resend() {
        return Optional.empty();
    }

    /**
     * A form that is sent once more, to be shown in another language (换语言时带上已填内容).
     *
     * @param form id of the form on the page
     * @param address where it goes
     * @param step what the server is asked for
     */
    record Resend(String form, String address, String step) {}

    default Wording words() {
        return frame().words();
    }
}
