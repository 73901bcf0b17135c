package org.gongshi.survey.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** A clock that runs like another one but can be moved to the days of the demonstration's survey. Thread-safe. */
public final class DemoClock extends Clock {
    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    public DemoClock(Clock real) {
        this.real = Objects.requireNonNull(real, "real");
    }

    /** Moves the clock; from there it runs on. */
    public void moveTo(Instant instant) {
        ahead = Duration.between(real.instant(), instant);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var other = new DemoClock(real.withZone(zone));
        other.ahead = ahead;
        return other;
    }
}
