package org.gongshi.survey.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.gongshi.evaluation.digest.Digest;

/**
 * Slows those who guess access codes (防猜码). Only wrong codes count, so that a school behind one address is never slowed
 * by right ones; a token bucket for each address, in memory alone, under a keyed digest of the address.
 */
final class GuessLimiter {
    private static final int MOST_ADDRESSES = 50_000;
    private static final int KEY_BYTES = 32;
    private static final int NETWORK_BYTES = 8;

    private final int most;
    private final double forgivenMillis;
    private final Clock clock;
    private final byte[] key = new byte[KEY_BYTES];
    private final Map<String, Bucket> buckets = new Recent();

    GuessLimiter(Limits limits, Clock clock, RandomGenerator random) {
        this.most = limits.wrongCodes();
        this.forgivenMillis = limits.forgiven().toMillis();
        this.clock = clock;
        random.nextBytes(key);
    }

    /** Counts a wrong code; zero while the address is within its share, else how long until it is again. */
    Duration wrong(String address) {
        String name = nameOf(address);
        long now = clock.millis();
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(name, absent -> new Bucket(most, now));
            return bucket.take(now);
        }
    }

    private String nameOf(String address) {
        byte[] network = network(address);
        byte[] keyed = Arrays.copyOf(key, KEY_BYTES + network.length);
        System.arraycopy(network, 0, keyed, KEY_BYTES, network.length);
        return Digest.of(keyed).hex();
    }

    /** An IPv6 subscriber has a whole /64 to choose addresses from. */
    private static byte[] network(String address) {
        boolean isNumeric = address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
        if (!isNumeric || !address.contains(":")) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
        } catch (UnknownHostException malformed) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final class Bucket {
        private double left;
        private long at;

        Bucket(int left, long at) {
            this.left = left;
            this.at = at;
        }

        Duration take(long now) {
            // A clock that was set back forgives nothing and takes nothing away.
            left = Math.min(most, left + Math.max(0, now - at) / forgivenMillis);
            at = now;
            if (left >= 1) {
                left -= 1;
                return Duration.ZERO;
            }
            return Duration.ofMillis((long) Math.ceil((1 - left) * forgivenMillis));
        }
    }

    /** Forgets the address that was quiet longest; many addresses cost an attacker more than they cost us. */
    private static final class Recent extends LinkedHashMap<String, Bucket> {
        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    }
}
