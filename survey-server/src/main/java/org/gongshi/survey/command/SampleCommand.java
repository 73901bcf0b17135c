package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.SamplePlanFile;
import org.gongshi.evaluation.content.SurveySampleJson;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.sampling.SamplePlan;
import org.gongshi.evaluation.sampling.SampleRecord;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.sample.FrameReader;
import org.gongshi.survey.sample.SampleReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code survey sample}: draws schools, classes and addresses from a frame and records how, or holds a record against the frame it
 * names. Exit codes: 0 drawn or confirmed, 1 refused, 2 the record differs from the replay, 64 wrong usage.
 */
@Command(
        name = "sample",
        description = "从抽样框抽取学校、班级和住址并留下记录；或用 --replay 复核一份抽样记录（一致 0，不一致 2）",
        mixinStandardHelpOptions = true)
public final class SampleCommand implements Callable<Integer> {
    static final int DIFFERS = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--frame", required = true, paramLabel = "FILE", description = "抽样框：班级表或住址表，csv 或 xlsx；可以写几个")
    private List<Path> frames;

    @Option(names = "--plan", paramLabel = "FILE", description = "抽样方案（survey-sample.yaml）")
    private Path plan;

    @Option(names = "--seed", paramLabel = "TEXT", descriptionKey = "sample-seed", description = "事先作出承诺的种子")
    private String seed;

    @Option(names = "--beacon", paramLabel = "TEXT", description = "方案约定的公开随机事件的结果")
    private String beacon;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            descriptionKey = "sample-output",
            description = "写入抽样记录的文件（默认 survey-sample.json；写了 --round 时在该轮内容目录中）")
    private Path output;

    @Option(names = "--replay", paramLabel = "RECORD", description = "要复核的抽样记录")
    private Path replay;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = FolderOptions.HOME + "content/demo",
            description = "内容目录（默认为项目目录下的 content/demo）；写了 --round 时才用到")
    private Path content;

    @Option(
            names = "--round",
            paramLabel = "YEAR/ORGANIZER",
            converter = RoundKeyConverter.class,
            descriptionKey = "sample-round",
            description = "哪一轮评价：核对抽样框的地区代码，并把记录写入该轮的内容目录")
    private RoundKey round;

    private final Findings findings = new Findings();

    @Override
    public Integer call() throws IOException {
        if ((plan == null) == (replay == null)) {
            throw new ParameterException(spec.commandLine(), "--plan 和 --replay 写且只写一个");
        }
        if (plan != null && seed == null) {
            throw new ParameterException(spec.commandLine(), "缺少 --seed：先承诺后公布的种子");
        }
        if (replay != null && (seed != null || beacon != null || output != null)) {
            throw new ParameterException(spec.commandLine(), "--replay 只需要 --frame：其余都在记录中");
        }
        int code = replay == null ? draw() : replay();
        findings.sorted().stream()
                .map(Finding::toLine)
                .forEach(spec.commandLine().getErr()::println);
        return code;
    }

    private int draw() throws IOException {
        if (!CommittedSeed.isLine(seed) || beacon != null && !CommittedSeed.isLine(beacon)) {
            throw new ParameterException(spec.commandLine(), "--seed 和 --beacon 各为一行文字，前后没有空格");
        }
        Optional<SourceFile> file = open(plan);
        Optional<SamplePlan> read = file.flatMap(found -> SamplePlanFile.read(found, findings));
        Optional<SampleRecord> record =
                read.flatMap(sound -> draw(sound, file.get(), new CommittedSeed(seed, Optional.ofNullable(beacon))));
        if (record.isEmpty() || findings.hasErrors()) {
            spec.commandLine().getErr().println("没有抽样：请先处理以下问题");
            return Desk.REFUSED;
        }
        Path target = target();
        if (Files.exists(target)) {
            spec.commandLine().getErr().println("错误：" + target + " 已经存在；抽样只做一次，不得覆盖");
            return Desk.REFUSED;
        }
        Files.write(target, SurveySampleJson.bytes(record.get()));
        report(record.get(), target);
        return Desk.DONE;
    }

    private Optional<SampleRecord> draw(SamplePlan sound, SourceFile file, CommittedSeed drawSeed) {
        List<SourceFile> files = files();
        return FrameReader.read(files, places(), findings)
                .flatMap(frame -> SampleReplay.draw(
                        sound, file.text(findings).orElseThrow(), file.at(), drawSeed, files, frame, findings));
    }

    private int replay() {
        Optional<SourceFile> file = open(replay);
        Optional<SampleRecord> record = file.flatMap(found -> SurveySampleJson.read(found, findings));
        if (record.isEmpty()) {
            return Desk.REFUSED;
        }
        List<SourceFile> files = files();
        var drawn = FrameReader.read(files, Set.of(), findings);
        if (drawn.isEmpty()) {
            return Desk.REFUSED;
        }
        SampleRecord told = record.get();
        Optional<SampleRecord> again = SampleReplay.draw(
                told.sample().plan(),
                told.planText(),
                file.get().at(),
                told.sample().seed(),
                files,
                drawn.get(),
                findings);
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> difference = again.flatMap(record2 -> SampleReplay.difference(file.get(), record2));
        if (again.isPresent() && difference.isEmpty()) {
            out.println("一致：按方案 " + told.sample().plan().digest() + " 和公布的种子重新抽样，与记录逐字节相同");
            return Desk.DONE;
        }
        out.println("不一致：" + difference.orElse("记录不能由这些抽样框、方案和种子得出"));
        return DIFFERS;
    }

    private Path target() throws IOException {
        if (output != null) {
            return output;
        }
        return round == null ? Path.of("survey-sample.json") : content.resolve(ContentPaths.sample(round));
    }

    private Set<PlaceCode> places() {
        if (round == null) {
            return Set.of();
        }
        return new ContentReader(new ContentFolder(content), findings)
                .round(round)
                .map(Round::places)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    private List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        frames.forEach(frame -> open(frame).ifPresent(files::add));
        return files;
    }

    private Optional<SourceFile> open(Path path) {
        String name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        try {
            return Optional.of(new SourceFile(name, Files.readAllBytes(path)));
        } catch (IOException fault) {
            findings.error(org.gongshi.evaluation.finding.Location.of(name), "文件无法读取", "请核对路径 " + path);
            return Optional.empty();
        }
    }

    /** What to print codes for, as the arguments of {@code survey codes}. */
    private void report(SampleRecord record, Path target) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("audience,place,stage,school,count,weight");
        for (BaseWeight each : BaseWeight.of(record.sample())) {
            out.println(String.join(
                    ",",
                    each.audience().key(),
                    each.place().value(),
                    each.stage().map(SchoolStage::key).orElse(""),
                    each.school().orElse(""),
                    Long.toString(each.invited()),
                    each.weight().decimal(4).toPlainString()));
        }
        out.println("抽样记录已写入 " + target);
    }
}
