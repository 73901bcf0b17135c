package org.gongshi.evaluation.digest;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * The seed of a draw (随机种子): the office's secret, whose SHA-256 was published before, and what the announced public event
 * gave. Neither side can choose what is drawn alone.
 *
 * @param secret one line, revealed by the record
 * @param beacon what the public event gave, one line; empty when none was announced
 */
public record CommittedSeed(String secret, Optional<String> beacon) {
    public CommittedSeed {
        Require.that(isLine(secret), "a seed is one line of text");
        Objects.requireNonNull(beacon, "beacon");
        beacon.ifPresent(text -> Require.that(isLine(text), "what the public event gave is one line of text"));
    }

    /** Whether a text can be a part of a seed: one line without blanks around it. */
    public static boolean isLine(String text) {
        return text != null
                && !text.isBlank()
                && text.equals(text.strip())
                && text.lines().count() == 1;
    }

    /** SHA-256 of the secret in UTF-8. */
    public Digest commitment() {
        return Digest.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** What all numbers are made from: the secret, or {@code secret+beacon}. */
    public String text() {
        return beacon.map(text -> secret + "+" + text).orElse(secret);
    }

    /** The numbers for one purpose; each has its own, so that one step of a draw never changes another. */
    public SeededStream stream(String purpose) {
        return new SeededStream(purpose, text());
    }
}
