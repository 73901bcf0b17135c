package org.gongshi.survey.intake;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Answer;

/**
 * What a respondent sent, checked against its questionnaire: well-formed, but the code not yet tried.
 *
 * @param nonce 32 lower-case hex digits from the form: makes a retry recognisable, never stored
 * @param code as typed, normalised; empty for the open link
 * @param place as chosen; a code knows its own place, then this may be empty
 * @param questionnaire digest of the questionnaire that was filled in
 * @param remark free text for the box of its own; empty when none
 * @param seconds time taken, as the page measured it; only a flag is kept of it
 * @param entry who brought it in
 */
public record Submission(
        Audience audience,
        String nonce,
        Optional<String> code,
        Optional<PlaceCode> place,
        Optional<SchoolStage> stage,
        Digest questionnaire,
        Map<String, Answer> answers,
        Optional<String> remark,
        OptionalInt seconds,
        Entry entry) {

    /** Who brought a submission in (录入方). */
    public enum Entry {
        /** The respondent, on a page or with a program of theirs. */
        RESPONDENT,
        /** By the open link without proof of work and without a paced wait: kept, and flagged. */
        UNPROVEN,
        /** The office, from a paper sheet that was keyed in twice. */
        OFFICE
    }

    /** From a respondent. */
    public Submission(
            Audience audience,
            String nonce,
            Optional<String> code,
            Optional<PlaceCode> place,
            Optional<SchoolStage> stage,
            Digest questionnaire,
            Map<String, Answer> answers,
            Optional<String> remark,
            OptionalInt seconds) {
        this(audience, nonce, code, place, stage, questionnaire, answers, remark, seconds, Entry.RESPONDENT);
    }

    /** The same, brought in another way. */
    public Submission by(Entry other) {
        return new Submission(audience, nonce, code, place, stage, questionnaire, answers, remark, seconds, other);
    }

    public Submission {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(questionnaire, "questionnaire");
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        Objects.requireNonNull(remark, "remark");
        Objects.requireNonNull(seconds, "seconds");
        Objects.requireNonNull(entry, "entry");
    }
}
