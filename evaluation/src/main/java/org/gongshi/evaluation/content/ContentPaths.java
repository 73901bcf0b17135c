package org.gongshi.evaluation.content;

import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.satisfaction.Audience;

/** The name of every kind of content file, relative to the content folder. */
public final class ContentPaths {
    public static final String SITE = "site.yaml";
    public static final String PLACES = "places.yaml";
    public static final String CORRECTIONS = "corrections.yaml";
    public static final String PRIVACY = "privacy.yaml";
    public static final String ARCHIVE = "archive.yaml";
    public static final String ARCHIVE_REPORTS = "archive.ndjson";
    public static final String TEXTS = "texts";
    public static final String NOTICES = "notices";
    /** Translations of the public site. */
    public static final String LANGUAGES = "languages";

    /** Pictures of a report, beside it; its Markdown names them with this folder. */
    public static final String PICTURES = "pictures";

    private ContentPaths() {}

    /** The approval of the site's translation. */
    public static String siteLanguage(String language) {
        return LANGUAGES + "/" + language + ".yaml";
    }

    /** The wordings of the site's translation. */
    public static String siteWordings(String language) {
        return LANGUAGES + "/" + language + ".csv";
    }

    public static String round(RoundKey key) {
        return key + "/round.yaml";
    }

    public static String calendar(RoundKey key) {
        return key + "/calendar.yaml";
    }

    public static String indicators(RoundKey key) {
        return key + "/indicators.yaml";
    }

    public static String plan(RoundKey key) {
        return key + "/survey-plan.yaml";
    }

    public static String questionnaires(RoundKey key) {
        return key + "/questionnaires";
    }

    public static String questionnaire(RoundKey key, Audience audience) {
        return questionnaires(key) + "/" + audience.key() + ".yaml";
    }

    /** Translations of the survey, one file a language. */
    public static String languages(RoundKey key) {
        return key + "/languages";
    }

    public static String language(RoundKey key, String language) {
        return languages(key) + "/" + language + ".yaml";
    }

    public static String populations(RoundKey key) {
        return key + "/populations.csv";
    }

    public static String scores(RoundKey key) {
        return key + "/scores.csv";
    }

    public static String objections(RoundKey key) {
        return key + "/objections.yaml";
    }

    public static String outcomes(RoundKey key) {
        return key + "/outcomes.yaml";
    }

    public static String sample(RoundKey key) {
        return key + "/survey-sample.json";
    }

    /** The record of the inspection draw. */
    public static String draw(RoundKey key) {
        return key + "/inspection-draw.json";
    }

    public static String results(RoundKey key) {
        return key + "/results.json";
    }

    /**
     * A version of the results before a correction.
     *
     * @param number 1 for the first that was released
     */
    public static String earlierResults(RoundKey key, int number) {
        return key + "/results-" + number + ".json";
    }

    public static String report(Subject subject) {
        return subject + "/report.md";
    }

    /** The folder of the pictures that the report may show. */
    public static String pictures(Subject subject) {
        return subject + "/" + PICTURES;
    }

    public static String stages(Subject subject) {
        return subject + "/stages.yaml";
    }

    public static String problems(Subject subject) {
        return subject + "/findings.yaml";
    }

    public static String decisions(Subject subject) {
        return subject + "/decisions.yaml";
    }
}
