package org.gongshi.survey.office;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Slows those who guess (登录限速): a bucket for each account name and each address, whether the name exists or not. In memory,
 * under the office's key. It delays and never locks out: nobody can shut a colleague out for a day. Thread-safe.
 */
final class Throttle {
    private static final int MOST = 20_000;

    private final Clock clock;
    private final OfficeKey key;
    private final Rules rules;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /**
     * How many wrong attempts at once, and after how long one is forgiven.
     *
     * @param address several people sit behind one address
     */
    record Rules(int account, Duration accountPause, int address, Duration addressPause) {
        static final Rules USUAL = new Rules(5, Duration.ofMinutes(1), 30, Duration.ofSeconds(10));
    }

    /** What becomes of an attempt. */
    enum Verdict {
        ADMITTED,
        /** The first that is refused since one was admitted: worth a line in the log. */
        FIRST_REFUSED,
        /** One more: a flood must not fill the log. */
        REFUSED
    }

    private record Bucket(double used, long at, boolean told) {
        double at(long now, Duration pause) {
            return Math.max(0, used - Math.max(0, now - at) / (double) pause.toMillis());
        }
    }

    Throttle(Clock clock, OfficeKey key, Rules rules) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.key = Objects.requireNonNull(key, "key");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /** Whether an attempt may be made now; it counts as a wrong one until {@link #right} takes it back. */
    Verdict admits(String account, String address) {
        long now = clock.millis();
        synchronized (buckets) {
            double ofAccount = used(name("account", account), now, rules.accountPause());
            double ofAddress = used(name("address", address), now, rules.addressPause());
            boolean admitted = ofAccount + 1 <= rules.account() && ofAddress + 1 <= rules.address();
            if (admitted) {
                buckets.put(name("account", account), new Bucket(ofAccount + 1, now, false));
                buckets.put(name("address", address), new Bucket(ofAddress + 1, now, false));
                return Verdict.ADMITTED;
            }
            String full = ofAddress + 1 > rules.address() ? name("address", address) : name("account", account);
            Bucket before = buckets.get(full);
            buckets.put(full, new Bucket(before.used(), before.at(), true));
            return before.told() ? Verdict.REFUSED : Verdict.FIRST_REFUSED;
        }
    }

    /** A right attempt: the account's bucket is emptied, the address gets its one back. */
    void right(String account, String address) {
        long now = clock.millis();
        synchronized (buckets) {
            buckets.remove(name("account", account));
            double left = Math.max(0, used(name("address", address), now, rules.addressPause()) - 1);
            buckets.put(name("address", address), new Bucket(left, now, false));
        }
    }

    private double used(String name, long now, Duration pause) {
        Bucket bucket = buckets.get(name);
        return bucket == null ? 0 : bucket.at(now, pause);
    }

    private String name(String kind, String value) {
        return key.seal("throttle/" + kind, value);
    }
}
