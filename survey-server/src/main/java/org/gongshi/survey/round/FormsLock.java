package org.gongshi.survey.round;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.LockedForms;

/**
 * What was locked when the survey opened (开启时锁定): the same answers give another index under another plan.
 *
 * @param closes when the plan ends the survey by itself
 * @param populations of the people behind every stratum; empty for surveys opened before these were locked
 */
public record FormsLock(
        Digest plan, Map<Audience, Digest> questionnaires, OffsetDateTime closes, Optional<Digest> populations) {
    public FormsLock {
        Objects.requireNonNull(plan, "plan");
        questionnaires = Collections.unmodifiableMap(new EnumMap<>(questionnaires));
        Objects.requireNonNull(closes, "closes");
        Objects.requireNonNull(populations, "populations");
    }

    /** Whether plan and questionnaires are still what was locked, and the populations where they were. */
    boolean holds(FormsLock now) {
        return plan.equals(now.plan)
                && questionnaires.equals(now.questionnaires)
                && closes.equals(now.closes)
                && (populations.isEmpty() || populations.equals(now.populations));
    }

    /** What opening would lock. */
    public static FormsLock of(LockedForms forms) {
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        forms.questionnaires().forEach((audience, questionnaire) -> digests.put(audience, questionnaire.digest()));
        return new FormsLock(forms.plan().digest(), digests, forms.plan().closes(), forms.populations());
    }
}
