package org.gongshi.survey.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Addresses for receipt pages (回执页地址). A receipt is the id of the stored answer: in an address it would stand in the
 * proxy's log beside the sender's. So the address bears a random handle that only this memory can resolve, for a while.
 */
final class ReceiptHandles {
    private static final int MOST = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Held> held = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST;
        }
    };

    ReceiptHandles(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    private record Held(String receipt, long until) {}

    String handle(String receipt) {
        String handle = Nonces.fresh(random);
        long now = clock.millis();
        synchronized (held) {
            held.values().removeIf(old -> old.until() < now);
            held.put(handle, new Held(receipt, now + KEPT.toMillis()));
        }
        return handle;
    }

    Optional<String> resolve(String handle) {
        synchronized (held) {
            return Optional.ofNullable(held.get(handle))
                    .filter(found -> found.until() >= clock.millis())
                    .map(Held::receipt);
        }
    }
}
