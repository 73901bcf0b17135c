package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.slip.SlipCsv;
import org.gongshi.survey.slip.SlipHtml;
import org.gongshi.survey.slip.SlipSheet;
import org.gongshi.survey.slip.SlipWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey codes}: prints a batch of access codes; the only moment at which they are known. */
@Command(name = "codes", description = "生成一批访问码，制成码条或表格（系统只保存其密文，遗失不能重印）", mixinStandardHelpOptions = true)
public final class CodesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Option(names = "--audience", required = true, paramLabel = "A", description = "对象：public、parent、student")
    private String audience;

    @Option(names = "--place", required = true, paramLabel = "P", description = "地区代码，六位数字")
    private String place;

    @Option(names = "--stage", paramLabel = "S", description = "学段：primary、junior、senior")
    private String stage;

    @Option(names = "--school", paramLabel = "LABEL", description = "学校名称：只用于生成编号，不保存")
    private String school;

    @Option(names = "--count", required = true, paramLabel = "N", description = "数量，1 至 100000")
    private int count;

    @Option(names = "--format", defaultValue = "CSV", paramLabel = "csv|html|xlsx", description = "格式（默认 csv）")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "写入文件；csv 和 html 缺省时输出到屏幕")
    private Path output;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7070",
            description = "二维码和链接使用的网址（默认 ${DEFAULT-VALUE}）")
    private URI baseUrl;

    /** What the batch is written as. */
    enum Format {
        CSV,
        HTML,
        XLSX
    }

    @Override
    public Integer call() throws Exception {
        MintOrder order = order();
        var desk = new Desk(options);
        return desk.with(spec.commandLine().getErr(), operations -> print(desk.content(), operations, order));
    }

    private int print(SurveyFolder content, Operations operations, MintOrder order) {
        RoundKey key = operations.report().round().round();
        Round round = content.round(key);
        // Names are looked up before the codes are made: a printing that cannot be printed would be lost.
        String name = placeName(content, key, order.stratum().place());
        MintedBatch batch = operations.mint(order);
        batch.notes().forEach(note -> spec.commandLine().getErr().println("提示：" + note));
        Stratum stratum = order.stratum();
        var sheet = new SlipSheet(
                round.title(), stratum.audience(), name, stratum.stage(), batch.number(), baseUrl, batch.codes());
        try {
            write(sheet);
            return Desk.DONE;
        } catch (IOException fault) {
            operations.voidBatch(batch.number());
            spec.commandLine().getErr().println("错误：文件无法写入，本批访问码已作废：" + fault.getMessage());
            return Desk.REFUSED;
        }
    }

    private void write(SlipSheet sheet) throws IOException {
        byte[] bytes = bytes(sheet);
        PrintWriter out = spec.commandLine().getOut();
        if (output == null && format != Format.XLSX) {
            out.print(new String(bytes, StandardCharsets.UTF_8));
            out.flush();
            return;
        }
        Path file =
                output == null ? Path.of("codes-" + audience + "-" + place + "-" + sheet.batch() + ".xlsx") : output;
        PrivateFile.write(file, bytes);
        out.println("第 " + sheet.batch() + " 批，" + sheet.codes().size() + " 个访问码，已写入 " + file);
    }

    private byte[] bytes(SlipSheet sheet) {
        return switch (format) {
            case CSV -> SlipCsv.write(sheet).getBytes(StandardCharsets.UTF_8);
            case HTML -> SlipHtml.write(sheet).getBytes(StandardCharsets.UTF_8);
            case XLSX -> SlipWorkbook.write(sheet);
        };
    }

    private MintOrder order() {
        Audience who =
                Audience.ofKey(audience).orElseThrow(() -> usage("--audience 应为 public、parent 或 student：" + audience));
        if (!PlaceCode.isValid(place)) {
            throw usage("--place 应为六位数字：" + place);
        }
        if (count < 1 || count > MintOrder.MOST) {
            throw usage("--count 应在 1 至 " + MintOrder.MOST + " 之间：" + count);
        }
        if (school != null && (school.isBlank() || school.lines().count() != 1)) {
            throw usage("--school 应为一行文字");
        }
        Urls.require(spec, baseUrl);
        return new MintOrder(new Stratum(new PlaceCode(place), who, stage()), Optional.ofNullable(school), count);
    }

    private Optional<SchoolStage> stage() {
        Optional<SchoolStage> found = Optional.ofNullable(stage).flatMap(SchoolStage::ofKey);
        if (stage != null && found.isEmpty()) {
            throw usage("--stage 应为 primary、junior 或 senior：" + stage);
        }
        return found;
    }

    private static String placeName(SurveyFolder content, RoundKey key, PlaceCode code) {
        return content.places(key).stream()
                .filter(candidate -> candidate.code().equals(code))
                .map(Place::name)
                .findFirst()
                .orElseThrow(() -> new RoundFault("地区 " + code + " 不参加本轮评价"));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
