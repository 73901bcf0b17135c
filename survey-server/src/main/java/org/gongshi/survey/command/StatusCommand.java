package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Assurance;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.survey.control.Wire;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code survey status}: counts against codes given out, never a result. */
@Command(name = "status", description = "进度：各地区、各类对象的发放数与回收数（不含任何结果）", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Option(names = "--json", description = "以 JSON 输出")
    private boolean json;

    /** What one line of the table says. */
    private static final class Row {
        private long invited;
        private final Map<Way, Long> answered = new EnumMap<>(Way.class);
    }

    @Override
    public Integer call() throws Exception {
        return new Desk(options).withExisting(spec.commandLine().getErr(), this::show);
    }

    private int show(Operations operations) {
        StatusReport report = operations.report();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new String(
                    JsonText.pretty(Wire.write(report.withoutSchools())), java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
        } else {
            table(out, report);
        }
        return Desk.DONE;
    }

    private static void table(PrintWriter out, StatusReport report) {
        out.println("轮次 " + report.round().round() + "  状态 " + report.state().label());
        report.round().lock().ifPresent(lock -> out.println("按方案结束时间 " + lock.closes()));
        out.println("地区\t对象\t发放\t" + Arrays.stream(Way.values()).map(Way::label).collect(Collectors.joining("\t")));
        rows(report)
                .forEach((place, audiences) -> audiences.forEach((audience, row) ->
                        out.println(place + "\t" + audience.label() + "\t" + row.invited + "\t" + ways(row))));
        report.doubted()
                .forEach((key, count) -> out.println("存疑：" + key.stratum().place() + " "
                        + key.stratum().audience().label()
                        + key.stratum().stage().map(stage -> stage.label()).orElse("") + " "
                        + key.mode().way().label() + " "
                        + report.answered().getOrDefault(key, count) + " 份中有 " + count + " 份带质量标记（只提示，不删除，不进入样本）"));
        report.beyond()
                .forEach(roll -> out.println("超员：" + roll.stratum().place() + " 第 " + roll.batch()
                        + " 批学校码收到的答卷多于该校人数（约 " + roll.people()
                        + "）：多半已经外传；人数写错的不必管，否则 survey void --batch " + roll.batch() + "，另发新码"));
        for (Assurance assurance : Assurance.values()) {
            out.println(assurance.label() + "："
                    + Arrays.stream(Way.values())
                            .filter(way -> way.assurance() == assurance)
                            .map(Way::label)
                            .collect(Collectors.joining("、")));
        }
    }

    private static String ways(Row row) {
        return Arrays.stream(Way.values())
                .map(way -> Long.toString(row.answered.getOrDefault(way, 0L)))
                .collect(Collectors.joining("\t"));
    }

    private static Map<PlaceCode, Map<Audience, Row>> rows(StatusReport report) {
        Map<PlaceCode, Map<Audience, Row>> rows = new TreeMap<>();
        report.issued()
                .forEach(codes ->
                        row(rows, codes.stratum().place(), codes.stratum().audience()).invited += codes.invited());
        report.answered()
                .forEach((key, count) -> row(
                                rows, key.stratum().place(), key.stratum().audience())
                        .answered
                        .merge(key.mode().way(), count, Long::sum));
        return rows;
    }

    private static Row row(Map<PlaceCode, Map<Audience, Row>> rows, PlaceCode place, Audience audience) {
        return rows.computeIfAbsent(place, absent -> new TreeMap<>()).computeIfAbsent(audience, absent -> new Row());
    }
}
