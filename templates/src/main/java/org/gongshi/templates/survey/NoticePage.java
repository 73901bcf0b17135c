package org.gongshi.templates.survey;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * A page that says kindly why something is not possible now, and what to do (提示页).
 *
 * @param plan says from when to when, where that helps; empty elsewhere
 */
public record NoticePage(SurveyFrame frame, Kind kind, Optional<SurveyPlan> plan) implements SurveyPage {
    public NoticePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(plan, "plan");
    }

    /** Why; each has its words under {@code notice.KEY}. */
    public enum Kind {
        NOT_YET_OPEN("not-yet"),
        CLOSED("closed"),
        CODE_SPENT("spent"),
        /** A teacher's screen of before the server was started anew, or of yesterday. */
        ROOM_GONE("room-gone"),
        /** The office has given no key for its box of clues. */
        CLUES_SHUT("no-clues"),
        /** The list of receipts went with the raw rows when they had been kept long enough. */
        RECEIPTS_GONE("receipts-gone"),
        NOT_FOUND("not-found"),
        METHOD("method"),
        TOO_LARGE("too-large"),
        UNREADABLE("unreadable"),
        MEDIA_TYPE("media-type"),
        /** Sent from a page of another site. */
        FOREIGN("foreign"),
        BUSY("busy"),
        ERROR("error"),
        /** Another questionnaire than the present one was filled in. */
        OUTDATED("outdated");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    @Override
    public String title() {
        return words().say("notice." + kind.key() + ".title");
    }

    @Override
    public String template() {
        return "survey/notice.jte";
    }

    public String text() {
        return words().say("notice." + kind.key() + ".text");
    }

    /** What else can be done; a few kinds have such words. */
    public Optional<String> help() {
        String key = "notice." + kind.key() + ".help";
        return words().keys().contains(key) ? Optional.of(words().say(key)) : Optional.empty();
    }
}
