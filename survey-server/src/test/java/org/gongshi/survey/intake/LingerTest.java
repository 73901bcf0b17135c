package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LingerTest {
    private static final long TEN = TimeUnit.MILLISECONDS.toNanos(10);

    @Test
    void the_first_batch_does_not_wait() {
        assertThat(new Linger().nanos(1)).isZero();
    }

    @Test
    void who_comes_alone_does_not_wait_for_anybody() {
        var linger = new Linger();
        linger.learn(1, TEN);
        assertThat(linger.nanos(1)).isZero();
    }

    @Test
    void a_batch_waits_for_half_of_those_who_send_for_the_others_are_being_kept() {
        var linger = new Linger();
        linger.learn(64, TEN);
        assertThat(linger.nanos(31)).isPositive();
        assertThat(linger.nanos(32)).isZero();
    }

    @Test
    void it_never_waits_longer_than_half_of_the_last_batch_nor_ten_milliseconds() {
        var linger = new Linger();
        linger.learn(64, TEN);
        assertThat(linger.nanos(1)).isEqualTo(TEN / 2);
        linger.learn(64, 1000 * TEN);
        assertThat(linger.nanos(1)).isEqualTo(TEN);
    }
}
