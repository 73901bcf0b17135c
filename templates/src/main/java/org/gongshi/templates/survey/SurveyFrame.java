package org.gongshi.templates.survey;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Wording;

/**
 * What all pages of one survey share.
 *
 * @param words every word of the pages, in the language of the page
 * @param site who runs the survey, and whether it is a demonstration (演示数据)
 * @param roundTitle the round it belongs to, e.g. 2026年度履行教育职责评价
 * @param cluesOpen whether the office has opened its box of clues (线索与建议箱), which it may do while the survey runs
 * @param languages the languages of the survey, Chinese first; one: there is nothing to choose
 */
public record SurveyFrame(
        Wording words,
        Site site,
        String roundTitle,
        Assets assets,
        BooleanSupplier cluesOpen,
        List<Language> languages) {
    public SurveyFrame {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(site, "site");
        Require.text(roundTitle, "roundTitle");
        Objects.requireNonNull(assets, "assets");
        Objects.requireNonNull(cluesOpen, "cluesOpen");
        languages = List.copyOf(languages);
        Require.that(!languages.isEmpty(), "a survey has a language");
    }

    /**
     * A language to choose (语言).
     *
     * @param tag BCP 47
     * @param name as its own speakers write it
     */
    public record Language(String tag, String name) {
        public Language {
            Require.text(tag, "tag");
            Require.text(name, "name");
        }
    }

    /** The same frame in another language. */
    public SurveyFrame in(Wording otherWords, Site otherSite, String otherTitle) {
        return new SurveyFrame(otherWords, otherSite, otherTitle, assets, cluesOpen, languages);
    }

    /** Whether pages show the way to the box of clues now. */
    public boolean clues() {
        return cluesOpen.getAsBoolean();
    }

    /** The address of a page in the language of this one: the language travels in the address, never with an answer. */
    public String to(String path) {
        return in(words.language(), path);
    }

    /** The address of a page in some language. */
    public String in(String tag, String path) {
        return tag.equals(languages.get(0).tag()) ? path : path + "?lang=" + tag;
    }

    /** Whether the script is written from top to bottom (竖排): Mongolian script. */
    public boolean isVertical() {
        return words.language().contains("-Mong");
    }

    /** A moment as people read it, in the time zone in which it was written. */
    public String moment(OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern(words.say("frame.moment"), Locale.ROOT)
                .format(moment);
    }

    /**
     * Addresses of the files that every page loads; all of them lie on this server.
     *
     * @param proof the script that solves the open link's riddle, loaded only by those who come that way
     * @param vertical the style and the font of scripts that are written from top to bottom, loaded only there
     */
    public record Assets(String style, String script, String icon, String proof, String vertical) {
        public Assets {
            Require.text(vertical, "vertical");
            Require.text(proof, "proof");
            Require.text(style, "style");
            Require.text(script, "script");
            Require.text(icon, "icon");
        }
    }
}
