package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GuessLimiterTest {
    private final Wrist clock = new Wrist();
    private final GuessLimiter limiter = new GuessLimiter(
            new Limits(
                    65_536, 3, Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofSeconds(1), Optional.empty()),
            clock,
            new Random(1));

    @Test
    void forgives_one_wrong_code_after_its_time() {
        spend("192.0.2.1", 3);
        assertThat(limiter.wrong("192.0.2.1")).isEqualTo(Duration.ofSeconds(10));
        clock.forward(4);
        assertThat(limiter.wrong("192.0.2.1")).isEqualTo(Duration.ofSeconds(6));
        clock.forward(6);
        assertThat(limiter.wrong("192.0.2.1")).isZero();
        assertThat(limiter.wrong("192.0.2.1")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void never_saves_up_more_than_its_share() {
        spend("192.0.2.1", 1);
        clock.forward(1_000_000);
        spend("192.0.2.1", 3);
        assertThat(limiter.wrong("192.0.2.1")).isPositive();
    }

    @Test
    void bears_a_clock_that_is_set_back() {
        spend("192.0.2.1", 3);
        clock.forward(-400 * 86_400L);
        assertThat(limiter.wrong("192.0.2.1")).isEqualTo(Duration.ofSeconds(10));
        clock.forward(10);
        assertThat(limiter.wrong("192.0.2.1")).isZero();
    }

    /** Promise 11: of a million guesses in an hour all are slowed but the first share and one in three seconds. */
    @Test
    void a_million_guesses_from_one_address_are_slowed_but_for_one_in_seven_hundred() {
        var usual = new GuessLimiter(Limits.USUAL, clock, new Random(1));
        int free = 0;
        for (int second = 0; second < 3_600; second++) {
            for (int guess = 0; guess < 278; guess++) {
                free += usual.wrong("192.0.2.1").isZero() ? 1 : 0;
            }
            clock.forward(1);
        }
        assertThat(free).isBetween(1_300, 1_400);
    }

    @Test
    void tells_addresses_apart_but_not_within_one_subscribers_network() {
        spend("192.0.2.1", 3);
        assertThat(limiter.wrong("192.0.2.2")).isZero();
        spend("2001:db8:1:2::1", 1);
        spend("2001:db8:1:2:ffff::9", 2);
        assertThat(limiter.wrong("2001:db8:1:2:3::4")).isPositive();
        assertThat(limiter.wrong("2001:db8:1:3::1")).isZero();
    }

    @Test
    void bears_an_address_that_is_none() {
        assertThat(limiter.wrong("unknown, \u0000 \"")).isZero();
        assertThat(limiter.wrong(":::::")).isZero();
        assertThat(limiter.wrong("")).isZero();
    }

    private void spend(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limiter.wrong(address)).isZero();
        }
    }

    private static final class Wrist extends Clock {
        private Instant now = Instant.parse("2026-05-06T02:00:00Z");

        void forward(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
