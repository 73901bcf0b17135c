package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** A class that waits for the server to come back: its requests come together, and what is behind is not made for that. */
class FirstAloneTest {
    private static final int TOGETHER = 6;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger beside = new AtomicInteger();
    private final AtomicInteger handled = new AtomicInteger();
    private final CountDownLatch othersCame = new CountDownLatch(TOGETHER - 1);
    private final CyclicBarrier laterOnes = new CyclicBarrier(TOGETHER);

    /** The first request stays until the others are at the door; those after it need each other to get through. */
    private final class Behind extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            beside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            if (handled.getAndIncrement() == 0) {
                assertThat(othersCame.await(20, TimeUnit.SECONDS)).isTrue();
            } else if (handled.get() > TOGETHER) {
                laterOnes.await(20, TimeUnit.SECONDS);
            }
            inside.decrementAndGet();
            return true;
        }
    }

    @Test
    void the_first_request_goes_through_alone_and_those_after_it_together() throws Exception {
        var door = new FirstAlone();
        door.setHandler(new Behind());
        ExecutorService people = Executors.newFixedThreadPool(TOGETHER);
        try {
            List<Future<Boolean>> first = new ArrayList<>();
            first.add(people.submit(() -> door.handle(null, null, null)));
            await(() -> inside.get() == 1);
            for (int more = 1; more < TOGETHER; more++) {
                first.add(people.submit(() -> {
                    othersCame.countDown();
                    return door.handle(null, null, null);
                }));
            }
            for (Future<Boolean> one : first) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(handled).hasValue(TOGETHER);
            List<Callable<Boolean>> later = new ArrayList<>();
            for (int one = 0; one < TOGETHER; one++) {
                later.add(() -> door.handle(null, null, null));
            }
            for (Future<Boolean> one : people.invokeAll(later, 30, TimeUnit.SECONDS)) {
                assertThat(one.get()).isTrue();
            }
            assertThat(beside).as("later ones are not kept apart").hasValue(TOGETHER);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void nobody_is_beside_the_first() throws Exception {
        var seen = new AtomicInteger();
        var door = new FirstAlone();
        var came = new CountDownLatch(TOGETHER - 1);
        door.setHandler(new Handler.Abstract() {
            private final AtomicInteger now = new AtomicInteger();
            private boolean begun;

            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                int together = now.incrementAndGet();
                if (!begun) {
                    seen.set(Math.max(seen.get(), together));
                    assertThat(came.await(20, TimeUnit.SECONDS)).isTrue();
                    begun = true;
                }
                now.decrementAndGet();
                return true;
            }
        });
        ExecutorService people = Executors.newFixedThreadPool(TOGETHER);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int one = 0; one < TOGETHER; one++) {
                all.add(people.submit(() -> {
                    came.countDown();
                    return door.handle(null, null, null);
                }));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(seen).hasValue(1);
        } finally {
            people.shutdownNow();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
