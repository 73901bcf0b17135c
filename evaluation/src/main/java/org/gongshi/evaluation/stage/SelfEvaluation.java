package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The place's self-evaluation (自查自评).
 *
 * @param received when the report arrived
 * @param signedBy the office that signed, never a person
 * @param truthfulness the statement that report and material are true and exact (真实性、准确性声明)
 * @param digest SHA-256 of the file as it was received (收件摘要); empty where it came on paper
 */
@Article(8)
public record SelfEvaluation(
        LocalDate received, String document, String signedBy, String truthfulness, Optional<Digest> digest) {
    public SelfEvaluation {
        Objects.requireNonNull(received, "received");
        Require.text(document, "document");
        Require.text(signedBy, "signedBy");
        Require.text(truthfulness, "truthfulness");
        Objects.requireNonNull(digest, "digest");
    }
}
