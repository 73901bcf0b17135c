package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
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
        private long answered;
        private long apart;
    }

    @Override
    public Integer call() throws Exception {
        return new Desk(options).withExisting(spec.commandLine().getErr(), this::show);
    }

    private int show(Operations operations) {
        StatusReport report = operations.report();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            var shown = new StatusReport(
                    report.round().withoutWeights(), report.state(), report.issued(), report.answered());
            out.print(new String(JsonText.pretty(Wire.write(shown)), java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
        } else {
            table(out, report);
        }
        return Desk.DONE;
    }

    private static void table(PrintWriter out, StatusReport report) {
        out.println("轮次 " + report.round().round() + "  状态 " + report.state().label());
        report.round().lock().ifPresent(lock -> out.println("按方案结束时间 " + lock.closes()));
        out.println("地区\t对象\t发放\t一人一份\t学校码和公开链接");
        rows(report)
                .forEach((place, audiences) -> audiences.forEach((audience, row) -> out.println(place + "\t"
                        + audience.label() + "\t" + row.invited + "\t" + row.answered + "\t" + row.apart)));
    }

    private static Map<PlaceCode, Map<Audience, Row>> rows(StatusReport report) {
        Map<PlaceCode, Map<Audience, Row>> rows = new TreeMap<>();
        report.issued()
                .forEach(codes ->
                        row(rows, codes.stratum().place(), codes.stratum().audience()).invited += codes.invited());
        report.answered().forEach((key, count) -> {
            Row row = row(rows, key.stratum().place(), key.stratum().audience());
            row.answered += key.mode().isOfTheSample() ? count : 0;
            row.apart += key.mode().isOfTheSample() ? 0 : count;
        });
        return rows;
    }

    private static Row row(Map<PlaceCode, Map<Audience, Row>> rows, PlaceCode place, Audience audience) {
        return rows.computeIfAbsent(place, absent -> new TreeMap<>()).computeIfAbsent(audience, absent -> new Row());
    }
}
