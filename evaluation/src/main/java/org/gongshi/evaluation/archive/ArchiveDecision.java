package org.gongshi.evaluation.archive;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The decision to publish the archive as it is (归档发布决定): bound to the digest of the whole file of reports.
 *
 * @param date not before this day
 * @param digest of {@code archive.ndjson}
 */
@Article(13)
public record ArchiveDecision(String body, String document, LocalDate date, Digest digest) {
    public ArchiveDecision {
        Require.text(body, "body");
        Require.text(document, "document");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(digest, "digest");
    }
}
