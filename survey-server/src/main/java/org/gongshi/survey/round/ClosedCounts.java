package org.gongshi.survey.round;

import java.util.Optional;
import java.util.function.Supplier;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.store.ClosedStore;
import org.gongshi.survey.store.StoreFault;

/**
 * The counting cells of a closed survey (结束后的计数): answers do not change any more, so that a million of them are read once
 * at most, or never, when the cells followed them while the survey was open. In memory alone. Thread-safe.
 */
final class ClosedCounts {
    private Optional<LiveTally> known = Optional.empty();

    /** Keeps what was counted while the survey was open. */
    synchronized void keep(Optional<LiveTally> cells) {
        known = cells;
    }

    /**
     * The cells by the forms of {@code fresh}.
     *
     * @throws StoreFault when rows are damaged or missing
     */
    synchronized LiveTally of(LiveTally fresh, Supplier<ClosedStore> files) {
        try (ClosedStore store = files.get()) {
            Optional<LiveTally> fitting = known.filter(fresh::countsLike);
            LiveTally cells = fitting.orElseGet(() -> fresh.recount(store::forEach));
            long rows = store.sealedRows();
            if (cells.sheets() != rows) {
                throw new StoreFault("内存中的计数有 " + cells.sheets() + " 份答卷，封存的是 " + rows + " 份，不能发布");
            }
            known = Optional.of(cells);
            return cells;
        }
    }
}
