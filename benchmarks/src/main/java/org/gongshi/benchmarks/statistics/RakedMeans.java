package org.gongshi.benchmarks.statistics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Estimates;
import org.gongshi.evaluation.statistics.MeanEstimate;
import org.gongshi.evaluation.statistics.OptionCounts;
import org.gongshi.evaluation.statistics.Precision;
import org.gongshi.evaluation.statistics.Raking;
import org.gongshi.evaluation.statistics.SurveyDesign;

/**
 * A whole process: stored responses → counts → raked weights → 720 means by place and audience and 20 of
 * all (stratum 36), with standard errors, written as {@code ours.csv}.
 */
public final class RakedMeans {
    private RakedMeans() {}

    /** @param arguments folder of the columns, number of rows */
    public static void main(String[] arguments) throws IOException {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        Path folder = Path.of(arguments[0]);
        OptionCounts counts = Counting.count(new Columns(folder, Integer.parseInt(arguments[1])));
        long counted = System.nanoTime();
        long before = processor.getCurrentThreadCpuTime();
        List<String> lines = means(counts, folder);
        long end = System.nanoTime();
        long busy = processor.getCurrentThreadCpuTime() - before;
        Files.write(folder.resolve("ours.csv"), lines);
        System.out.println("figure counting " + (counted - begin) / 1e9);
        System.out.println("figure estimating " + (end - counted) / 1e9);
        // What the estimating thread itself was busy: on a machine of others' work less than what the clock says.
        System.out.println("figure estimating-cpu " + busy / 1e9);
        System.out.println("figure computing " + (end - begin) / 1e9);
    }

    private static List<String> means(OptionCounts counts, Path folder) throws IOException {
        SyntheticCells cells = SyntheticCells.of(counts);
        SurveyDesign design = cells.design(true);
        SurveyDesign raked = Raking.apply(design, Targets.read(folder).margins());
        List<Domain> domains = new ArrayList<>(SyntheticCells.domains());
        domains.add(Domain.all(SyntheticCells.CELLS));
        List<String> lines = new ArrayList<>(List.of("item,stratum,mean,se"));
        for (int item = 0; item < SyntheticCells.ITEMS; item++) {
            var answers = cells.items.get(item);
            for (int stratum = 0; stratum < domains.size(); stratum++) {
                MeanEstimate mean = Estimates.mean(raked, answers, domains.get(stratum), Precision.STANDARD);
                lines.add(String.format(
                        Locale.ROOT,
                        "%d,%d,%.12g,%.12g",
                        item + 1,
                        stratum,
                        mean.estimate().orElseThrow(),
                        mean.se().orElseThrow()));
            }
        }
        return lines;
    }
}
