package org.gongshi.survey.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * What stands at the open link instead of a code (公开链接的门槛), so that a thousand answers cost something: a riddle for a
 * computer, or for those without a script a wait that is handed out. Both are signed for one form's number under a key of
 * this survey, so nothing has to be remembered, nothing can be made in advance, and what was solved once serves that one
 * form alone: sent again it is a retry of the same answer.
 *
 * <p>The riddle: find a number such that SHA-256 (number of the form ‖ signature ‖ the number in decimal) begins with so many
 * zero bits. On average 2^bits attempts. The first 64 bytes are one block of SHA-256, so an attempt costs one block.
 */
public final class OpenDoor {
    /** Zero bits at least and at most: an attempt in sixteen, and what no phone should be asked for. */
    public static final int EASIEST = 4;

    public static final int HARDEST = 24;

    private static final Duration LIFE = Duration.ofHours(12);
    private static final int SIGNATURE = 16;
    private static final Pattern PROOF =
            Pattern.compile("([0-9]{1,2})\\.([0-9]{1,12})\\.([0-9a-f]{32})\\.([0-9]{1,15})");
    private static final Pattern TICKET = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{32})");

    private final byte[] key;

    OpenDoor(byte[] key) {
        this.key = key.clone();
    }

    /** A riddle for one form: difficulty, second of issue, signature. */
    public String challenge(String nonce, int bits, Instant now) {
        Require.that(bits >= EASIEST && bits <= HARDEST, "bits lie between " + EASIEST + " and " + HARDEST);
        long second = now.getEpochSecond();
        return bits + "." + second + "." + signature("challenge", nonce, bits + "." + second);
    }

    /**
     * Whether a riddle of this survey was solved for this form: its text, a dot and the number found.
     *
     * @param proof as sent; anything else than a solution is none
     */
    public boolean isSolved(String nonce, String proof, Instant now) {
        Matcher parts = PROOF.matcher(proof);
        if (!parts.matches()) {
            return false;
        }
        String signed = parts.group(1) + "." + parts.group(2);
        return isAlive(Long.parseLong(parts.group(2)), now)
                && isSame(signature("challenge", nonce, signed), parts.group(3))
                && zeroBits(nonce + parts.group(3) + parts.group(4)) >= Integer.parseInt(parts.group(1));
    }

    /** A wait for one form: it may be sent from that moment on. */
    public String ticket(String nonce, Instant from) {
        long second = from.getEpochSecond();
        return second + "." + signature("ticket", nonce, "" + second);
    }

    /** How long a form has still to wait, zero when its time has come; empty for what is no ticket of this form. */
    public Optional<Duration> wait(String nonce, String ticket, Instant now) {
        Matcher parts = TICKET.matcher(ticket);
        if (!parts.matches() || !isSame(signature("ticket", nonce, parts.group(1)), parts.group(2))) {
            return Optional.empty();
        }
        long left = Long.parseLong(parts.group(1)) - now.getEpochSecond();
        return left < -LIFE.toSeconds() ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.max(0, left)));
    }

    /** A clock that was set back a little makes no riddle stale. */
    private static boolean isAlive(long second, Instant now) {
        long age = now.getEpochSecond() - second;
        return Math.abs(age) <= LIFE.toSeconds();
    }

    private String signature(String purpose, String nonce, String text) {
        byte[] mac = Hmac.of(key, ascii(purpose), ascii(nonce), ascii(text));
        return HexFormat.of().formatHex(mac, 0, SIGNATURE);
    }

    private static boolean isSame(String ours, String theirs) {
        return MessageDigest.isEqual(ascii(ours), ascii(theirs));
    }

    private static int zeroBits(String text) {
        String digest = Digest.of(ascii(text)).hex();
        return 256 - new BigInteger(digest, 16).bitLength();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
