package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey release}: a closed survey into {@code results.json}; by two people, never over a released one. */
@Command(
        name = "release",
        description = "发布调查结果：统计、加权、估计、脱敏，写出 results.json（须两人，不得覆盖）",
        mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Option(names = "--released-by", required = true, paramLabel = "A", description = "发布人（岗位或姓名）")
    private String releasedBy;

    @Option(names = "--confirmed-by", required = true, paramLabel = "B", description = "复核人，不得与发布人相同")
    private String confirmedBy;

    @Option(names = "--date", paramLabel = "D", description = "发布日期 YYYY-MM-DD（默认今天）")
    private LocalDate date;

    @Option(names = "--correct", description = "更正已发布的结果：保留原版本，与各版本一并审计，差异须涉及 0 人或至少 10 人")
    private boolean correct;

    @Override
    public Integer call() throws Exception {
        if (releasedBy.isBlank() || confirmedBy.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--released-by 和 --confirmed-by 不得为空");
        }
        return new Desk(options).withExisting(spec.commandLine().getErr(), this::release);
    }

    private int release(Operations operations) {
        RoundRecord record = operations.report().round();
        var release = new RoundRelease(options.content(), options.files(), record);
        LocalDate day = date == null ? LocalDate.now(Clock.systemDefaultZone()) : date;
        Outcome outcome = release.run(List.of(releasedBy, confirmedBy), day, correct);
        PrintWriter out = spec.commandLine().getOut();
        outcome.findings().stream().map(Finding::toLine).forEach(out::println);
        if (outcome instanceof Outcome.Released released) {
            // Written first: a crash in between leaves a survey that can be marked by releasing the same bytes again.
            if (record.state() == RoundState.CLOSED) {
                operations.markReleased();
            }
            tell(out, release, released.results());
            return Desk.DONE;
        }
        out.println("未发布：请先处理以上问题");
        return Desk.REFUSED;
    }

    private static void tell(PrintWriter out, RoundRelease release, ReleasedResults results) {
        out.println("已发布：" + release.target());
        out.println("结果 " + results.results().size() + " 行，其中指数不予公布 " + withheld(results) + " 行");
        out.println("接着运行 survey scores，把满意度指数写入 scores.csv");
    }

    /** Rows of the probability sample whose index is withheld. */
    static long withheld(ReleasedResults results) {
        return results.results().stream()
                .filter(row -> row.mode() == AudienceResult.Mode.PROBABILITY)
                .filter(row -> row.index() instanceof Estimate.Withheld)
                .count();
    }
}
