package org.gongshi.benchmarks.statistics;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Estimates;
import org.gongshi.evaluation.statistics.Precision;
import org.gongshi.evaluation.statistics.Raking;
import org.gongshi.evaluation.statistics.SurveyDesign;
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

/** From counts to 720 raked means (20 items × 12 places × 3 audiences) with standard errors and intervals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EstimatingBenchmark {
    @Param({"10000", "1000000", "10000000"})
    long people;

    /** Whether schools were drawn, or 28,800 cells of respondents drawn directly. */
    @Param({"true", "false"})
    boolean bySchool;

    private SyntheticCells cells;
    private List<Domain> domains;
    private SurveyDesign raked;

    @Setup
    public void invent() {
        cells = new SyntheticCells(people, 20260101);
        domains = SyntheticCells.domains();
        raked = rake();
    }

    @Benchmark
    public SurveyDesign rake() {
        SurveyDesign design = cells.design(bySchool);
        return Raking.apply(design, cells.margins(design));
    }

    @Benchmark
    public double means() {
        double sum = 0;
        for (Answers item : cells.items) {
            for (Domain domain : domains) {
                sum += Estimates.mean(raked, item, domain, Precision.STANDARD)
                        .se()
                        .orElseThrow();
            }
        }
        return sum;
    }
}
