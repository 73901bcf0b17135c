package org.gongshi.generator.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.generator.seal.PublicSealKey;
import org.gongshi.generator.seal.ReleaseChain;

/**
 * What whoever verifies knows from elsewhere.
 *
 * @param today the day of the verification, against which the expiry is held
 * @param key the office's public key; without it the site's own key is taken, which proves only that the site agrees with itself
 * @param knownHead lines of {@code chain.txt} seen before, by which a rollback or a rewritten history shows
 */
public record Expectation(LocalDate today, Optional<PublicSealKey> key, List<ReleaseChain.Link> knownHead) {
    public Expectation {
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(key, "key");
        knownHead = List.copyOf(knownHead);
    }
}
