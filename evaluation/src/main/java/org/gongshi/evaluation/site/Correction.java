package org.gongshi.evaluation.site;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/** A corrected number (更正): which page, what stood there, what stands there now, why, by which document. */
public record Correction(LocalDate date, String page, String old, String corrected, String reason, String document) {
    public Correction {
        Objects.requireNonNull(date, "date");
        Require.text(page, "page");
        Require.text(old, "old");
        Require.text(corrected, "corrected");
        Require.text(reason, "reason");
        Require.text(document, "document");
    }
}
