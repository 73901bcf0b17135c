package org.gongshi.evaluation.site;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.round.RoundKey;

/**
 * A corrected number (更正): which page, what stood there, what stands there now, why, by which document. A result that was taken
 * back altogether has {@link #WITHDRAWN} in place of the number.
 */
public record Correction(LocalDate date, String page, String old, String corrected, String reason, String document) {
    /** What stands there now when nothing does: the result was taken back (撤回). */
    public static final String WITHDRAWN = "撤回";

    public Correction {
        Objects.requireNonNull(date, "date");
        Require.text(page, "page");
        Require.text(old, "old");
        Require.text(corrected, "corrected");
        Require.text(reason, "reason");
        Require.text(document, "document");
    }

    public boolean isWithdrawal() {
        return corrected.equals(WITHDRAWN);
    }

    /** Whether it speaks of a place's page in a round, or of a page below it; the second tier's stand below the organizer's code. */
    public boolean speaksOf(RoundKey round, String slug) {
        String plain = page.startsWith("/") ? page.substring(1) : page;
        String own = round.year() + "/" + slug + "/";
        return plain.startsWith(own) || plain.startsWith(round.organizer() + "/" + own);
    }

    /** The file of the page below the site's root: {@code /2025/yanhe/} is {@code 2025/yanhe/index.html}. */
    public String file() {
        String plain = page.startsWith("/") ? page.substring(1) : page;
        return plain.isEmpty() || plain.endsWith("/") ? plain + "index.html" : plain;
    }
}
