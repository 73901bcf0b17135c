package org.gongshi.templates.office;

import java.util.Objects;
import java.util.Optional;

/**
 * Destroying raw rows (到期销毁).
 *
 * @param state {@code early} before the release, {@code released}, {@code gone}
 * @param until the day up to which raw rows are usually kept; empty before the close
 * @param days for which they are usually kept
 * @param least days for which they are kept at least
 * @param clues whether the box of clues holds something
 * @param backup whether the server has a backup, which goes with them
 * @param proof digest of the proof
 */
public record DestructionPage(
        OfficeFrame frame,
        String state,
        String until,
        int days,
        int least,
        boolean clues,
        boolean backup,
        Optional<Proposal> proposal,
        boolean mayPropose,
        boolean mayConfirm,
        boolean mayWithdraw,
        Optional<String> proof,
        boolean signed)
        implements OfficePage {
    public DestructionPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(proof, "proof");
    }

    /** What waits for a second person. */
    public record Proposal(String person, String moment, int days, boolean clues, boolean own) {}

    @Override
    public String title() {
        return words().say("destruction.title");
    }

    @Override
    public String template() {
        return "office/destruction.jte";
    }
}
