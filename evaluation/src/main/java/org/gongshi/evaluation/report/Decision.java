package org.gongshi.evaluation.report;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/** A decision on exactly these inputs (决定): review, then approval, then publication (第十三条：审定，批准后公开发布). */
@Article(13)
public sealed interface Decision {

    /** The body that decided. */
    String body();

    /** Its document number (文号). */
    String document();

    LocalDate date();

    /** Digest of exactly what was decided on. */
    Digest digest();

    /** Review by the committee (审定). */
    record Review(String body, String document, LocalDate date, Digest digest) implements Decision {
        public Review {
            check(body, document, date, digest);
        }
    }

    /** Approval by the government (批准). */
    record Approval(String body, String document, LocalDate date, Digest digest) implements Decision {
        public Approval {
            check(body, document, date, digest);
        }
    }

    /** Order to publish (发布); its date may lie ahead. */
    record Publication(String body, String document, LocalDate date, Digest digest) implements Decision {
        public Publication {
            check(body, document, date, digest);
        }
    }

    private static void check(String body, String document, LocalDate date, Digest digest) {
        Require.text(body, "body");
        Require.text(document, "document");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(digest, "digest");
    }
}
