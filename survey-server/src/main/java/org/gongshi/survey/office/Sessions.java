package org.gongshi.survey.office;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/** Who is signed in (会话管理), in memory, under the digest of the cookie: a dump of the table signs nobody in. Thread-safe. */
public final class Sessions {
    private static final int BYTES = 32;
    private static final int OF_ONE_ACCOUNT = 5;

    private final Clock clock;
    private final SecureRandom random;
    private final Rules rules;
    private final Map<String, Held> held = new LinkedHashMap<>();

    /**
     * How long a session lasts.
     *
     * @param idle without a request
     * @param longest from the sign-in, whatever happens
     */
    public record Rules(Duration idle, Duration longest) {
        /** Half an hour without a request, a working day in all. */
        public static final Rules USUAL = new Rules(Duration.ofMinutes(30), Duration.ofHours(9));

        public Rules {
            Require.that(!idle.isNegative() && longest.compareTo(idle) >= 0, "idle is not longer than the longest");
        }
    }

    private static final class Held {
        private Session session;
        private final long begun;
        private final Map<Session.Slot, String> slots = new EnumMap<>(Session.Slot.class);
        private long seen;

        private Held(Session session, long now) {
            this.session = session;
            this.begun = now;
            this.seen = now;
        }
    }

    Sessions(Clock clock, SecureRandom random, Rules rules) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /** A new session, under an id that nobody has seen before the sign-in. @param stamp see {@link Session#stamp()} */
    public Session begin(String account, String stamp) {
        var session = new Session(random(), account, stamp, random());
        synchronized (held) {
            purge();
            List<String> own = held.entrySet().stream()
                    .filter(entry -> entry.getValue().session.account().equals(account))
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().seen))
                    .map(Map.Entry::getKey)
                    .toList();
            own.stream().limit(Math.max(0, own.size() - OF_ONE_ACCOUNT + 1)).forEach(held::remove);
            held.put(key(session.id()), new Held(session, clock.millis()));
        }
        return session;
    }

    /** The session of a cookie, unless it has ended; it counts as a sign of life. */
    public Optional<Session> find(String id) {
        synchronized (held) {
            purge();
            return Optional.ofNullable(held.get(key(id))).map(found -> {
                found.seen = clock.millis();
                return found.session;
            });
        }
    }

    public void end(Session session) {
        synchronized (held) {
            held.remove(key(session.id()));
        }
    }

    /** Ends all sessions of an account: its password, role or state has changed. */
    public void endAll(String account) {
        synchronized (held) {
            held.values().removeIf(one -> one.session.account().equals(account));
        }
    }

    /** This one goes on under new credentials, which its own person chose; all others of the account end. */
    public void goOn(Session session, String stamp) {
        synchronized (held) {
            Optional.ofNullable(held.get(key(session.id())))
                    .ifPresent(found ->
                            found.session = new Session(session.id(), session.account(), stamp, session.token()));
            held.values()
                    .removeIf(one -> one.session.account().equals(session.account())
                            && !one.session.id().equals(session.id()));
        }
    }

    public void keep(Session session, Session.Slot slot, String value) {
        synchronized (held) {
            Optional.ofNullable(held.get(key(session.id()))).ifPresent(found -> found.slots.put(slot, value));
        }
    }

    /** What the slot holds, which stays there. */
    public Optional<String> peek(Session session, Session.Slot slot) {
        synchronized (held) {
            return Optional.ofNullable(held.get(key(session.id()))).map(found -> found.slots.get(slot));
        }
    }

    /** What the slot holds, and no more afterwards. */
    public Optional<String> take(Session session, Session.Slot slot) {
        synchronized (held) {
            return Optional.ofNullable(held.get(key(session.id()))).map(found -> found.slots.remove(slot));
        }
    }

    private void purge() {
        long now = clock.millis();
        held.values()
                .removeIf(one -> now - one.seen >= rules.idle().toMillis()
                        || now - one.begun >= rules.longest().toMillis()
                        // A clock that was set back must not make sessions live longer.
                        || now < one.begun - rules.idle().toMillis());
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String key(String id) {
        return Digest.of(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
    }
}
