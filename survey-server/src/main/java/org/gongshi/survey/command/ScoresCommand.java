package org.gongshi.survey.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.release.ScoreTakeOver;
import org.gongshi.survey.round.RoundFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code survey scores}: takes the released indices over into {@code scores.csv}. */
@Command(
        name = "scores",
        description = "把公布的满意度指数写入 scores.csv 中满意度指标的 raw 和 points（其余内容一字不动）",
        mixinStandardHelpOptions = true)
public final class ScoresCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = FolderOptions.HOME + "content/demo",
            description = "内容目录（默认为项目目录下的 content/demo）")
    private Path content;

    @Option(
            names = "--round",
            paramLabel = "YEAR/ORGANIZER",
            converter = RoundKeyConverter.class,
            description = "哪一轮评价，例如 2025/990000（默认最新的一轮）")
    private RoundKey round;

    @Override
    public Integer call() {
        try {
            RoundKey key = Optional.ofNullable(round).orElseGet(() -> new SurveyFolder(content).newest());
            ScoreTakeOver.Result result = new ScoreTakeOver(content, key).run();
            var out = spec.commandLine().getOut();
            result.findings().stream().map(Finding::toLine).forEach(out::println);
            if (result.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
                out.println("未写入：请先处理以上问题");
                return Desk.REFUSED;
            }
            out.println("已写入 " + result.rows() + " 行：" + content.resolve(ContentPaths.scores(key)));
            return Desk.DONE;
        } catch (RoundFault fault) {
            fault.lines().forEach(line -> spec.commandLine().getErr().println("错误：" + line));
            return Desk.REFUSED;
        }
    }
}
