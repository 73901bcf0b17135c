package org.gongshi.survey.office;

import static org.gongshi.survey.office.Action.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Article;

/**
 * Who works with the survey (角色), and what each may do: this is the permission table. Nobody has all: who administers accounts
 * does not release, who proposes does not confirm.
 */
@Article(3)
public enum Role {
    /** The authority's administrator (管理员): accounts, opening and close, the log. */
    ADMIN(
            "admin",
            "管理员",
            SEE_ROUND,
            SEE_COUNTS,
            LOCK_PLAN,
            OPEN_SURVEY,
            CLOSE_SURVEY,
            SEE_BATCHES,
            SEE_QUALITY,
            SEE_SITE,
            MAKE_KEYS,
            TAKE_BACKUP,
            SWITCH_ROUND,
            SEE_AUDIT,
            MANAGE_ACCOUNTS),
    /** The office's clerk (经办人): runs the round from day to day. */
    CLERK(
            "clerk",
            "经办人",
            SEE_ROUND,
            SEE_COUNTS,
            LOCK_PLAN,
            OPEN_SURVEY,
            CLOSE_SURVEY,
            DRAW_SAMPLE,
            SEE_BATCHES,
            MINT_CODES,
            VOID_CODES,
            ENTER_PAPER,
            SEE_QUALITY,
            READ_CLUES,
            PROPOSE_DEVIATION,
            PROPOSE_DESTRUCTION,
            CHANGE_CONTENT,
            REGISTER_DECISION,
            DRAW_TEAMS,
            SEE_SITE,
            PREPARE_SITE,
            SWITCH_ROUND),
    /** The second pair of eyes (复核人): confirms what another proposed, publishes what another prepared. */
    REVIEWER(
            "reviewer",
            "复核人",
            SEE_ROUND,
            SEE_COUNTS,
            SEE_BATCHES,
            SEE_QUALITY,
            READ_CLUES,
            PREVIEW_RESULTS,
            CONFIRM_DEVIATION,
            CONFIRM_RELEASE,
            CONFIRM_DESTRUCTION,
            CONFIRM_DECISION,
            SEE_SITE,
            PUBLISH_SITE),
    /** The survey agency's analyst (调查机构分析员): figures after the close, never codes or clues. */
    ANALYST(
            "analyst",
            "调查机构分析员",
            SEE_ROUND,
            SEE_COUNTS,
            SEE_BATCHES,
            SEE_QUALITY,
            PREVIEW_RESULTS,
            PROPOSE_DEVIATION,
            PROPOSE_RELEASE,
            HAND_OVER),
    /** A place's coordinator (地方联络员): response counts of the own place only. */
    COORDINATOR("coordinator", "地方联络员", SEE_OWN_COUNTS),
    /** The read-only auditor (审计员). */
    AUDITOR("auditor", "审计员", SEE_ROUND, SEE_COUNTS, SEE_BATCHES, SEE_QUALITY, SEE_SITE, SEE_AUDIT);

    private final String key;
    private final String label;
    private final Set<Action> actions;

    Role(String key, String label, Action... actions) {
        this.key = key;
        this.label = label;
        Set<Action> all = EnumSet.of(OWN_ACCOUNT);
        all.addAll(Arrays.asList(actions));
        this.actions = Collections.unmodifiableSet(all);
    }

    /** The word in files, commands and the documentation. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** A row of the permission table. */
    public Set<Action> actions() {
        return actions;
    }

    public boolean may(Action action) {
        return actions.contains(action);
    }

    /** Whether it releases or administers: then the second factor is required, not offered. */
    public boolean needsSecondFactor() {
        return actions.stream().anyMatch(Action::isWeighty);
    }

    /** Whether its accounts belong to one place. */
    public boolean isOfOnePlace() {
        return this == COORDINATOR;
    }

    public static Optional<Role> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
