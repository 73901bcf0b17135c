package org.gongshi.evaluation.digest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongshi.evaluation.Require;

/**
 * Random numbers that anyone can make again from a published seed (可复算的随机数): SHA-256 of plain lines of text, so that a
 * shell, a spreadsheet or twenty lines of any language suffice.
 *
 * <p>Block <i>k</i> = 0, 1, 2 … is the SHA-256 of the UTF-8 text <code>purpose ␊ seed ␊ k</code> (␊ is one line feed, none at the
 * end; <i>k</i> in decimal). Each block gives four unsigned 64-bit numbers, big-endian, in order. A number below <i>n</i> is the next
 * 64-bit number <i>x</i> with <i>x</i> &lt; ⌊2⁶⁴ / n⌋ · n, taken modulo <i>n</i>; others are passed over, so that all are equally likely.
 */
public final class SeededStream {
    private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final Iterator<BigInteger> words;

    /**
     * @param purpose what the numbers are for, so that one seed never gives the same numbers twice; one line
     * @param seed the published seed; one line
     */
    public SeededStream(String purpose, String seed) {
        Require.that(isLine(purpose) && isLine(seed), "purpose and seed are one line of text each");
        String prefix = purpose + "\n" + seed + "\n";
        words = Stream.iterate(0L, block -> block + 1)
                .flatMap(block -> words(prefix + block))
                .iterator();
    }

    /** The next number from 0 to {@code bound} − 1, all equally likely. */
    public int below(int bound) {
        Require.that(bound > 0, "a bound is positive: ", bound);
        BigInteger modulus = BigInteger.valueOf(bound);
        BigInteger limit = WORDS.subtract(WORDS.mod(modulus));
        BigInteger word = words.next();
        while (word.compareTo(limit) >= 0) {
            word = words.next();
        }
        return word.mod(modulus).intValue();
    }

    /** The items in random order: Fisher–Yates from the end, swapping place <i>i</i> with {@link #below}(<i>i</i> + 1). */
    public <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, below(i + 1));
        }
        return List.copyOf(shuffled);
    }

    private static Stream<BigInteger> words(String text) {
        byte[] block = HexFormat.of()
                .parseHex(Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex());
        return IntStream.range(0, block.length / Long.BYTES)
                .mapToObj(word -> new BigInteger(1, block, word * Long.BYTES, Long.BYTES));
    }

    private static boolean isLine(String text) {
        return text != null && !text.isBlank() && text.indexOf('\n') < 0;
    }
}
