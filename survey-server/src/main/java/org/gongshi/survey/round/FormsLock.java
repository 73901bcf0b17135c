package org.gongshi.survey.round;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.LockedForms;

/**
 * What was locked when the survey opened (开启时锁定): the same answers give another index under another plan.
 *
 * @param closes when the plan ends the survey by itself
 * @param languages digest of each translation, by language
 * @param populations of the people behind every stratum; empty for surveys opened before these were locked
 */
public record FormsLock(
        Digest plan,
        Map<Audience, Digest> questionnaires,
        OffsetDateTime closes,
        Map<String, Digest> languages,
        Optional<Digest> populations) {
    public FormsLock {
        Objects.requireNonNull(plan, "plan");
        questionnaires = Collections.unmodifiableMap(new EnumMap<>(questionnaires));
        Objects.requireNonNull(closes, "closes");
        languages = Collections.unmodifiableMap(new TreeMap<>(languages));
        Objects.requireNonNull(populations, "populations");
    }

    /** Whether all is still what was locked; the populations where they were. */
    boolean holds(FormsLock now) {
        return plan.equals(now.plan)
                && questionnaires.equals(now.questionnaires)
                && closes.equals(now.closes)
                && languages.equals(now.languages)
                && (populations.isEmpty() || populations.equals(now.populations));
    }

    /** What lies there now. */
    public static FormsLock of(LockedForms forms) {
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        forms.questionnaires().forEach((audience, questionnaire) -> digests.put(audience, questionnaire.digest()));
        Map<String, Digest> languages = new TreeMap<>();
        forms.translations().forEach(translation -> languages.put(translation.language(), translation.digest()));
        return new FormsLock(forms.plan().digest(), digests, forms.plan().closes(), languages, forms.populations());
    }
}
