package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.DeviationJson;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.release.DeviationOrder;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.Obstacle;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey deviate}: a stratum that the locked plan cannot weight, and what two people decided about it. */
@Command(
        name = "deviate",
        description = "登记偏离方案：结束后没有人作答（或只有一个单元作答）的层怎样处理；不带选项时列出这样的层",
        mixinStandardHelpOptions = true)
public final class DeviateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Mixin
    private OfficeOptions office;

    @Option(names = "--place", paramLabel = "P", description = "该层的地区代码")
    private String place;

    @Option(names = "--audience", paramLabel = "A", description = "该层的对象：public、parent、student")
    private String audience;

    @Option(names = "--stage", paramLabel = "S", description = "该层的学段；公众没有学段")
    private String stage;

    @Option(names = "--merge-into", paramLabel = "S", description = "并入同一地区、同一对象的这个学段加权")
    private String into;

    @Option(names = "--not-covered", description = "声明未覆盖：结果不代表该层的人（只限没有人作答的层）")
    private boolean notCovered;

    @Option(names = "--adjust", description = "抽样误差按保守方法估计（只限只有一个单元作答的层）")
    private boolean adjust;

    @Option(names = "--reason", paramLabel = "TEXT", description = "理由，一行，5 至 300 字；在网站上公布")
    private String reason;

    @Option(names = "--proposed-by", paramLabel = "A", description = "提请人（岗位或姓名）")
    private String proposedBy;

    @Option(names = "--confirmed-by", paramLabel = "B", description = "复核人，不得与提请人相同")
    private String confirmedBy;

    @Override
    public Integer call() throws Exception {
        Optional<DeviationOrder> order = place == null ? Optional.empty() : Optional.of(order());
        return new Desk(options).withExisting(spec.commandLine().getErr(), operations -> run(operations, order));
    }

    private DeviationOrder order() {
        if (Stream.of(into != null, notCovered, adjust)
                        .filter(Boolean::booleanValue)
                        .count()
                != 1) {
            throw new ParameterException(spec.commandLine(), "--merge-into、--not-covered、--adjust 须写一个，且只写一个");
        }
        if (reason == null || proposedBy == null || confirmedBy == null) {
            throw new ParameterException(spec.commandLine(), "须写 --reason、--proposed-by 和 --confirmed-by");
        }
        if (!place.matches("\\d{6}")) {
            throw new ParameterException(spec.commandLine(), "--place 应为六位数字：" + place);
        }
        var stratum = new Stratum(
                new PlaceCode(place),
                word("--audience", audience, Audience::ofKey),
                Optional.ofNullable(stage).map(word -> word("--stage", word, SchoolStage::ofKey)));
        Deviation.Kind kind = into != null
                ? Deviation.Kind.MERGED
                : notCovered ? Deviation.Kind.NOT_COVERED : Deviation.Kind.ADJUSTED;
        return new DeviationOrder(
                kind,
                stratum,
                Optional.ofNullable(into).map(word -> word("--merge-into", word, SchoolStage::ofKey)),
                reason);
    }

    private <T> T word(String name, String word, Function<String, Optional<T>> lookup) {
        return Optional.ofNullable(word)
                .flatMap(lookup)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), word == null ? "缺少 " + name : name + " 不能识别：" + word));
    }

    private int run(Operations operations, Optional<DeviationOrder> order) {
        RoundRecord record = operations.report().round();
        LocalDate today = record.notBeforeClose(LocalDate.now(Clock.systemDefaultZone()));
        List<Obstacle> obstacles = new RoundRelease(options.content(), options.files(), record).obstacles(today);
        return order.map(one -> record(operations, one, record, obstacles, today))
                .orElseGet(() -> list(record, obstacles));
    }

    private int record(
            Operations operations,
            DeviationOrder order,
            RoundRecord record,
            List<Obstacle> obstacles,
            LocalDate today) {
        Deviation deviation =
                order.check(obstacles, record.aftermath().deviations(), List.of(proposedBy, confirmedBy), today);
        operations.deviate(deviation);
        Deviation recorded = operations.report().round().aftermath().deviations().stream()
                .filter(deviation::isOfSameStratum)
                .findFirst()
                .orElseThrow();
        int logged = AccountsCommand.withOffice(spec, options, office, open -> {
            open.log()
                    .write(
                            "-",
                            "-",
                            Action.CONFIRM_DEVIATION.key(),
                            // The digest first: a line is cut at its end.
                            DeviationJson.digest(recorded) + " " + told(recorded) + "；" + proposedBy + " 提请，"
                                    + confirmedBy + " 复核",
                            AuditEntry.Outcome.DONE);
            return Desk.DONE;
        });
        PrintWriter out = spec.commandLine().getOut();
        out.println("已登记偏离方案：" + told(recorded));
        if (recorded.resultsSeen()) {
            out.println("此前已有人看过结果或答卷，登记中如实写明");
        }
        out.println("摘要 " + DeviationJson.digest(recorded));
        return logged;
    }

    private int list(RoundRecord record, List<Obstacle> obstacles) {
        PrintWriter out = spec.commandLine().getOut();
        if (!record.state().isOver()) {
            out.println("调查" + record.state().label() + "；结束之后才能登记偏离方案");
            return Desk.REFUSED;
        }
        List<Deviation> recorded = record.aftermath().deviations();
        recorded.forEach(one -> out.println("已登记 " + one.decided() + "：" + told(one) + "；理由：" + one.reason()));
        List<Obstacle> open = obstacles.stream()
                .filter(obstacle -> recorded.stream()
                        .noneMatch(one ->
                                obstacle.stratum().equals(new Stratum(one.place(), one.audience(), one.stage()))))
                .toList();
        open.forEach(obstacle -> out.println(told(obstacle)));
        out.println(open.isEmpty() ? "没有需要偏离方案的层" : "需要偏离方案的层 " + open.size() + " 个");
        return Desk.DONE;
    }

    private static String told(Deviation deviation) {
        return deviation.place() + deviation.told();
    }

    private static String told(Obstacle obstacle) {
        Stratum stratum = obstacle.stratum();
        String ways = obstacle.neighbours().isEmpty()
                ? ""
                : "--merge-into "
                        + obstacle.neighbours().stream().map(SchoolStage::key).collect(Collectors.joining(" 或 "))
                        + "；";
        return "--place " + stratum.place() + " --audience "
                + stratum.audience().key()
                + stratum.stage().map(one -> " --stage " + one.key()).orElse("") + "（"
                + stratum.audience().label()
                + stratum.stage().map(SchoolStage::label).orElse("") + "，" + obstacle.people() + " 人，发码 "
                + obstacle.invited() + " 个）" + (obstacle.nobody() ? "没有人作答" : "只有一个单元作答") + "，可以 " + ways
                + (obstacle.nobody() ? "--not-covered" : "--adjust");
    }
}
