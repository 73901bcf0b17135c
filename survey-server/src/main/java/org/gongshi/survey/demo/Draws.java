package org.gongshi.survey.demo;

import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Chance (随机抽取) that is the same on every JDK: only {@link RandomGenerator#nextLong} of the generator is used, because how
 * other numbers are made of it has changed between releases.
 */
final class Draws {
    private static final double UNIT = 0x1.0p-53;

    private final RandomGenerator source;

    Draws(RandomGenerator source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /** 128 bits as 32 hex digits, as a page would draw them for its form. */
    String nonce() {
        return HexFormat.of().toHexDigits(source.nextLong()) + HexFormat.of().toHexDigits(source.nextLong());
    }

    /** Even over 0 (with) to 1 (without). */
    double even() {
        return (source.nextLong() >>> 11) * UNIT;
    }

    /** Whether something of that probability happens. */
    boolean happens(double probability) {
        return even() < probability;
    }

    /** 0 to bound − 1, each as likely. */
    int below(int bound) {
        return (int) (even() * bound);
    }

    /** Nearly normal with mean 0 and standard deviation 1: the sum of twelve even numbers, less six. */
    double normal() {
        double sum = -6;
        for (int term = 0; term < 12; term++) {
            sum += even();
        }
        return sum;
    }
}
