package org.gongshi.benchmarks.statistics;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.statistics.OptionCounts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One thread counts 20 items of responses in columns of bytes by 28,800 cells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CountingBenchmark {
    @Param({"1000000", "10000000"})
    int people;

    private int[] cellOfRow;
    private byte[] codes;

    @Setup
    public void invent() {
        var random = new SplittableRandom(20260101);
        cellOfRow = random.ints(people, 0, SyntheticCells.CELLS).toArray();
        codes = new byte[people];
        for (int row = 0; row < people; row++) {
            codes[row] = (byte) random.nextInt(SyntheticCells.OPTIONS);
        }
    }

    @Benchmark
    public OptionCounts count() {
        var counts = new OptionCounts(SyntheticCells.CELLS, SyntheticCells.ITEMS, SyntheticCells.OPTIONS);
        for (int item = 0; item < SyntheticCells.ITEMS; item++) {
            counts.add(item, cellOfRow, 0, codes, people);
        }
        return counts;
    }
}
