package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.gongshi.survey.store.StoreFault;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void batches_are_prepared_and_kept_one_after_the_other() {
        try (var keeper = new Keeper()) {
            for (String batch : List.of("1", "2", "3", "4")) {
                keeper.prepare(() -> told.add("prepared " + batch));
                keeper.take(batch(batch, () -> {}));
            }
            assertThat(keeper.settle()).isTrue();
        }
        assertThat(told)
                .containsExactly(
                        "prepared 1", "kept 1", "prepared 2", "kept 2", "prepared 3", "kept 3", "prepared 4", "kept 4");
    }

    @Test
    void after_a_fault_nothing_is_kept_until_all_is_settled() {
        var begin = new CountDownLatch(1);
        try (var keeper = new Keeper()) {
            keeper.prepare(() -> await(begin));
            keeper.take(batch("1", () -> {
                throw new StoreFault("full");
            }));
            keeper.prepare(() -> told.add("prepared 2"));
            keeper.take(batch("2", () -> {}));
            begin.countDown();
            assertThat(keeper.settle()).isFalse();
            assertThat(keeper.isBroken()).isFalse();
            keeper.prepare(() -> told.add("prepared 3"));
            keeper.take(batch("3", () -> {}));
            assertThat(keeper.settle()).isTrue();
        }
        assertThat(told).containsExactly("failed 1: full", "failed 2: full", "prepared 3", "kept 3");
    }

    @Test
    void a_batch_that_could_not_be_prepared_is_not_kept() {
        try (var keeper = new Keeper()) {
            keeper.prepare(() -> {
                throw new StoreFault("damaged");
            });
            keeper.take(batch("1", () -> {}));
            assertThat(keeper.settle()).isFalse();
        }
        assertThat(told).containsExactly("failed 1: damaged");
    }

    private Keeper.Keeping batch(String name, Runnable work) {
        return new Keeper.Keeping() {
            @Override
            public void keep() {
                work.run();
                told.add("kept " + name);
            }

            @Override
            public void failed(RuntimeException fault) {
                told.add("failed " + name + ": " + fault.getMessage());
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new StoreFault("interrupted", interrupted);
        }
    }
}
