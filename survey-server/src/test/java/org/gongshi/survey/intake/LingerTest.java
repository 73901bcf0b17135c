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
    void a_batch_waits_until_as_many_came_as_were_answered_and_waited_after_the_last() {
        var linger = new Linger();
        linger.learn(64, TEN);
        assertThat(linger.nanos(63)).isPositive();
        assertThat(linger.nanos(64)).isZero();
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
