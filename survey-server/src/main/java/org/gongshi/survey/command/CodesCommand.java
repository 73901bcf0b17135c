package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.slip.PosterHtml;
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
@Command(name = "codes", description = "生成一批访问码，制成码条、海报或表格（系统只保存其密文，遗失不能重印）", mixinStandardHelpOptions = true)
public final class CodesCommand implements Callable<Integer> {
    private static final int MOST_ROOMS = 500;

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

    @Option(
            names = "--kind",
            defaultValue = "SLIP",
            paramLabel = "slip|school|room",
            description = "种类：slip 一人一码（默认）；school 一校一码，可多次使用，单独统计；room 机房教师码，带编号机位")
    private Kind kind;

    @Option(names = "--count", required = true, paramLabel = "N", description = "数量，1 至 100000；机房为间数")
    private int count;

    @Option(
            names = "--people",
            defaultValue = "0",
            paramLabel = "N",
            description = "学校码是给多少人用的（该校学生或家长人数）：答卷多于这个数时标出，不拒收")
    private int people;

    @Option(
            names = "--seats",
            defaultValue = "60",
            paramLabel = "N",
            description = "每间机房的机位数，1 至 60，按到场人数填（默认 ${DEFAULT-VALUE}）")
    private int seats;

    @Option(
            names = "--format",
            defaultValue = "CSV",
            paramLabel = "csv|html|poster|xlsx",
            description = "格式（默认 csv）；poster 为 A4 海报，每个码一页")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "写入文件；csv 和 html 缺省时输出到屏幕")
    private Path output;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "二维码和链接使用的网址（默认：survey serve 上次使用的对外网址，没有运行过时为 http://127.0.0.1:7070）")
    private URI baseUrl;

    /** What the batch is written as. */
    enum Format {
        CSV,
        HTML,
        POSTER,
        XLSX
    }

    /** What the codes are good for. */
    enum Kind {
        SLIP(CodeKind.SLIP),
        SCHOOL(CodeKind.SCHOOL),
        ROOM(CodeKind.TEACHER);

        private final CodeKind code;

        Kind(CodeKind code) {
            this.code = code;
        }
    }

    @Override
    public Integer call() throws Exception {
        MintOrder order = order();
        var desk = new Desk(options);
        return desk.with(spec.commandLine().getErr(), operations -> print(desk, operations, order));
    }

    private int print(Desk desk, Operations operations, MintOrder order) {
        if (output != null && Files.exists(output)) {
            throw new RoundFault("文件已存在，不会覆盖：" + output + "（换一个文件名；没有生成访问码）");
        }
        RoundKey key = operations.report().round().round();
        Round round = desk.content().round(key);
        // Names are looked up before the codes are made: a printing that cannot be printed would be lost.
        String name = placeName(desk.content(), key, order.stratum().place());
        URI address = baseUrl == null ? desk.baseUrl() : baseUrl;
        List<MintedBatch> batches = mint(operations, order);
        batches.get(0).notes().forEach(note -> spec.commandLine().getErr().println("提示：" + note));
        Stratum stratum = order.stratum();
        var sheet = new SlipSheet(
                round.title(),
                order.kind(),
                stratum.audience(),
                name,
                stratum.stage(),
                address,
                batches.stream()
                        .map(batch -> new SlipSheet.Printing(batch.number(), batch.codes()))
                        .toList());
        try {
            write(sheet);
            return Desk.DONE;
        } catch (IOException fault) {
            batches.forEach(batch -> operations.voidBatch(batch.number()));
            spec.commandLine().getErr().println("错误：文件无法写入（检查目录的权限和磁盘余量），本批访问码已作废：" + fault.getMessage());
            return Desk.REFUSED;
        }
    }

    /** Every room is a printing of its own, so that one can be made void without the others. */
    private List<MintedBatch> mint(Operations operations, MintOrder order) {
        List<MintedBatch> batches = new ArrayList<>();
        int printings = kind == Kind.ROOM ? count : 1;
        for (int printing = 0; printing < printings; printing++) {
            batches.add(operations.mint(order));
        }
        return batches;
    }

    private void write(SlipSheet sheet) throws IOException {
        byte[] bytes = bytes(sheet);
        PrintWriter out = spec.commandLine().getOut();
        if (output == null && format != Format.XLSX) {
            out.print(new String(bytes, StandardCharsets.UTF_8));
            out.flush();
            return;
        }
        String batches = sheet.batches();
        Path file = output == null ? Path.of("codes-" + audience + "-" + place + "-" + batches + ".xlsx") : output;
        PrivateFile.write(file, bytes);
        out.println("第 " + batches + " 批，" + sheet.codes() + " 个" + sheet.kind().label() + "，已写入 " + file);
    }

    private byte[] bytes(SlipSheet sheet) {
        return switch (format) {
            case CSV -> SlipCsv.write(sheet).getBytes(StandardCharsets.UTF_8);
            case HTML -> SlipHtml.write(sheet).getBytes(StandardCharsets.UTF_8);
            case POSTER -> PosterHtml.write(sheet).getBytes(StandardCharsets.UTF_8);
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
        if (baseUrl != null) {
            Urls.require(spec, baseUrl);
        }
        if (seats < 1 || seats > MintOrder.MOST_SEATS) {
            throw usage("--seats 应在 1 至 " + MintOrder.MOST_SEATS + " 之间：" + seats);
        }
        if (kind == Kind.ROOM && count > MOST_ROOMS) {
            throw usage("一次最多 " + MOST_ROOMS + " 间机房：" + count);
        }
        if (people < 0 || people > MintOrder.MOST || people > 0 && kind != Kind.SCHOOL) {
            throw usage("--people 只用于学校码（--kind school），应在 1 至 " + MintOrder.MOST + " 之间：" + people);
        }
        var stratum = new Stratum(new PlaceCode(place), who, stage());
        return new MintOrder(
                kind.code,
                stratum,
                Optional.ofNullable(school),
                kind == Kind.ROOM ? seats : count,
                people == 0 ? OptionalInt.empty() : OptionalInt.of(people));
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
