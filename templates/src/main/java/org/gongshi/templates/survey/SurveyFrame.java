package org.gongshi.templates.survey;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Wording;

/**
 * What all pages of one survey share.
 *
 * @param words every word of the pages, in the language of the page
 * @param site who runs the survey, and whether it is a demonstration (演示数据)
 * @param roundTitle the round it belongs to, e.g. 2026年度履行教育职责评价
 * @param clues whether the office has opened its box of clues (线索与建议箱)
 */
public record SurveyFrame(Wording words, Site site, String roundTitle, Assets assets, boolean clues) {
    public SurveyFrame {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(site, "site");
        Require.text(roundTitle, "roundTitle");
        Objects.requireNonNull(assets, "assets");
    }

    /** A moment as people read it, in the time zone in which it was written. */
    public String moment(OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern(words.say("frame.moment")).format(moment);
    }

    /**
     * Addresses of the files that every page loads; all of them lie on this server.
     *
     * @param proof the script that solves the open link's riddle, loaded only by those who come that way
     */
    public record Assets(String style, String script, String icon, String proof) {
        public Assets {
            Require.text(proof, "proof");
            Require.text(style, "style");
            Require.text(script, "script");
            Require.text(icon, "icon");
        }
    }
}
