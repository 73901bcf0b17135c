package org.gongshi.survey.office;

import java.util.Objects;

/**
 * Somebody who is signed in (会话). Lives in this process's memory alone: a restart signs everybody out.
 *
 * @param id what the cookie bears; 256 random bits
 * @param account sign-in name
 * @param stamp seal over the credentials it was begun with: whatever changes them, from here or from the command line, ends it
 * @param token what every form of this session bears, against requests that another site makes in the person's name
 */
public record Session(String id, String account, String stamp, String token) {
    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(token, "token");
    }

    /** What a session keeps between two requests: shown once, or waiting for the next step. */
    public enum Slot {
        /** A sentence for the next page. */
        FLASH,
        /** Shown once on the next page: recovery codes, a first password. */
        ONCE,
        /** A second factor that waits for its first code. */
        ENROLMENT
    }
}
