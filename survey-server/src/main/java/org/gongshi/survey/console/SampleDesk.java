package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.SamplePlanFile;
import org.gongshi.evaluation.content.SurveySampleJson;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.sampling.SamplePlan;
import org.gongshi.evaluation.sampling.SampleRecord;
import org.gongshi.survey.release.WholeFile;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.sample.FrameReader;
import org.gongshi.survey.sample.SampleReplay;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.StoreFault;

/**
 * The draw of the survey's sample from the console (抽取调查样本): the frame is checked file by file, a plan with the commitment to a secret
 * seed is made and published, then the sample is drawn once. The secret stays on the server until the record tells it. Thread-safe.
 */
final class SampleDesk {
    private static final int SECRET_BYTES = 16;
    private static final int MOST_FILES = 10;
    private static final int MOST_LINES = 40;

    private final House house;
    private final Path folder;
    private final Path frames;

    SampleDesk(House house, Path folder) {
        this.house = Objects.requireNonNull(house, "house");
        this.folder = folder.resolve(house.round().round().toString().replace('/', '-'));
        this.frames = this.folder.resolve("frame");
    }

    /** A file of the frame that was checked. */
    record Frame(String name, Digest digest, long bytes) {}

    /**
     * What was promised before the draw.
     *
     * @param notes what the plan will not reach, as it was told then
     */
    record Promise(String plan, SamplePlan parsed, String person, String moment, List<String> notes) {}

    /** The record of the draw, when there is one. */
    Optional<SampleRecord> drawn() {
        return Files.exists(record()) ? SurveySampleJson.read(source(record()), new Findings()) : Optional.empty();
    }

    boolean isDrawn() {
        return Files.exists(record());
    }

    byte[] recordBytes() {
        return DeskFiles.read(record());
    }

    Path record() {
        return house.content().root().resolve(ContentPaths.sample(house.round().round()));
    }

    private Path plan() {
        return record().resolveSibling("survey-sample.yaml");
    }

    List<Frame> frames() {
        return sources().stream()
                .map(file -> new Frame(file.name(), file.digest(), file.bytes().length))
                .toList();
    }

    /** Takes a file of the frame, or another version of it; what is wrong with it is told line by line, and then it is not taken. */
    synchronized Frame add(String name, byte[] bytes) {
        requireOpenToChange();
        if (!name.toLowerCase(java.util.Locale.ROOT).matches(".*[.](csv|xlsx)")) {
            throw new RoundFault("抽样框应为 .csv 或 .xlsx 文件：" + name);
        }
        var file = new SourceFile(name, bytes);
        List<SourceFile> others =
                sources().stream().filter(one -> !one.name().equals(name)).toList();
        if (others.size() >= MOST_FILES) {
            throw new RoundFault("抽样框最多 " + MOST_FILES + " 个文件，请合并");
        }
        if (others.stream().anyMatch(one -> one.digest().equals(file.digest()))) {
            throw new RoundFault("这个文件已经在抽样框中，只是名称不同：" + name);
        }
        var findings = new Findings();
        // With the others: a class that stands in two files would have twice the chance.
        FrameReader.read(Stream.concat(others.stream(), Stream.of(file)).toList(), places(), findings);
        stopAt(findings);
        try {
            Files.createDirectories(frames);
        } catch (IOException fault) {
            throw new StoreFault("目录无法建立：" + frames, fault);
        }
        Disk.write(frames.resolve(name), bytes);
        return new Frame(name, file.digest(), bytes.length);
    }

    synchronized void remove(String name) {
        requireOpenToChange();
        Path file = frames().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> frames.resolve(one.name()))
                .orElseThrow(() -> new RoundFault("抽样框中没有这个文件：" + name));
        try {
            Files.delete(file);
        } catch (IOException fault) {
            throw new StoreFault("文件无法删除：" + file, fault);
        }
    }

    synchronized Optional<Promise> promise() {
        Path told = folder.resolve("promise.json");
        if (Files.notExists(told)) {
            return Optional.empty();
        }
        var json = (Json.Obj) JsonText.parse(DeskFiles.read(told));
        var file = new SourceFile("survey-sample.yaml", DeskFiles.read(folder.resolve("survey-sample.yaml")));
        var findings = new Findings();
        SamplePlan parsed = SamplePlanFile.read(file, findings)
                .orElseThrow(() -> new StoreFault("抽样方案已被改动：" + folder.resolve("survey-sample.yaml"), null));
        return Optional.of(new Promise(
                new String(file.bytes(), StandardCharsets.UTF_8),
                parsed,
                DeskFiles.text(json, "person"),
                DeskFiles.text(json, "moment"),
                DeskFiles.text(json, "notes").lines().toList()));
    }

    /** Makes the plan and a secret seed; a draw on trial tells whether it can be done, and nothing of whom it would draw. */
    synchronized Promise promise(SampleForm form, String person, String moment) {
        requireOpenToChange();
        List<SourceFile> files = sources();
        if (files.isEmpty()) {
            throw new RoundFault("还没有抽样框文件");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        house.random().nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        String yaml = form.yaml(
                files.stream().map(SourceFile::digest).toList(),
                new CommittedSeed(secret, Optional.empty()).commitment());
        var plan = new SourceFile("survey-sample.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        var findings = new Findings();
        Optional<SamplePlan> parsed = SamplePlanFile.read(plan, findings);
        stopAt(findings);
        draw(plan, new CommittedSeed(secret, parsed.get().beacon().map(event -> "trial")), findings);
        stopAt(findings);
        List<String> notes = lines(findings);
        Disk.write(folder.resolve("survey-sample.yaml"), plan.bytes());
        Disk.write(folder.resolve("sample.seed"), (secret + "\n").getBytes(StandardCharsets.UTF_8));
        var told = Json.object()
                .put("person", person)
                .put("moment", moment)
                .put("notes", String.join("\n", notes))
                .build();
        // Last: without it nothing has been promised.
        Disk.write(folder.resolve("promise.json"), JsonText.pretty(told));
        return promise().orElseThrow();
    }

    /** Draws, once; plan and record become part of the content. */
    synchronized SampleRecord draw(String beacon) {
        Promise promise = promise().orElseThrow(() -> new RoundFault("还没有作出承诺"));
        requireBeforeTheSurvey();
        if (isDrawn()) {
            throw new RoundFault("已经抽样，只能抽一次");
        }
        if (promise.parsed().beacon().isPresent() != !beacon.isEmpty()) {
            throw new RoundFault(
                    beacon.isEmpty()
                            ? "请填写公开随机事件的结果：" + promise.parsed().beacon().get()
                            : "方案没有约定公开随机事件，这一栏应留空");
        }
        if (!beacon.isEmpty() && !CommittedSeed.isLine(beacon)) {
            throw new RoundFault("公开随机事件的结果应为一行文字");
        }
        String secret = new String(DeskFiles.read(folder.resolve("sample.seed")), StandardCharsets.UTF_8).strip();
        var plan = new SourceFile("survey-sample.yaml", promise.plan().getBytes(StandardCharsets.UTF_8));
        var findings = new Findings();
        Optional<SampleRecord> record =
                draw(plan, new CommittedSeed(secret, Optional.of(beacon).filter(text -> !text.isEmpty())), findings);
        stopAt(findings);
        WholeFile.write(plan(), plan.bytes());
        WholeFile.write(record(), SurveySampleJson.bytes(record.orElseThrow()));
        return record.get();
    }

    private Optional<SampleRecord> draw(SourceFile plan, CommittedSeed seed, Findings findings) {
        List<SourceFile> files = sources();
        return SamplePlanFile.read(plan, findings)
                .flatMap(parsed -> FrameReader.read(files, places(), findings)
                        .flatMap(frame -> SampleReplay.draw(
                                parsed, plan.text(findings).orElseThrow(), plan.at(), seed, files, frame, findings)));
    }

    /** Takes the promise back, before the draw; the files of the frame stay. */
    synchronized Promise withdraw() {
        Promise promise = promise().orElseThrow(() -> new RoundFault("没有可以撤回的承诺"));
        if (isDrawn()) {
            throw new RoundFault("已经抽样，不能撤回");
        }
        try {
            for (String name : List.of("promise.json", "sample.seed", "survey-sample.yaml")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException fault) {
            throw new StoreFault("文件无法删除：" + folder, fault);
        }
        return promise;
    }

    /** For whom codes are to be printed, by the record. */
    List<BaseWeight> invited() {
        return drawn().map(SampleRecord::sample).map(BaseWeight::of).orElse(List.of());
    }

    private void requireOpenToChange() {
        requireBeforeTheSurvey();
        if (isDrawn() || Files.exists(folder.resolve("promise.json"))) {
            throw new RoundFault("已经作出承诺，抽样框和方案不能再改；确有错误的，先撤回承诺");
        }
    }

    private void requireBeforeTheSurvey() {
        if (house.round().record().state() != RoundState.PREPARED) {
            throw new RoundFault("调查" + house.round().record().state().label() + "，不能再抽样");
        }
    }

    private Set<PlaceCode> places() {
        return house.content().places().stream().map(Place::code).collect(Collectors.toSet());
    }

    private List<SourceFile> sources() {
        if (!Files.isDirectory(frames)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(frames)) {
            return all.sorted().map(SampleDesk::source).toList();
        } catch (IOException fault) {
            throw new StoreFault("目录无法读取：" + frames, fault);
        }
    }

    private static SourceFile source(Path file) {
        return new SourceFile(file.getFileName().toString(), DeskFiles.read(file));
    }

    private static void stopAt(Findings findings) {
        if (findings.hasErrors()) {
            List<String> lines = lines(findings);
            List<String> told = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
            if (lines.size() > MOST_LINES) {
                told.add("……共 " + lines.size() + " 处");
            }
            throw new RoundFault(told);
        }
    }

    /** Where in the file, what, and how to mend it. */
    private static List<String> lines(Findings findings) {
        return findings.sorted().stream().map(SampleDesk::line).toList();
    }

    private static String line(Finding finding) {
        String field = finding.at().field();
        String where = finding.at().line() > 0 ? " 第 " + finding.at().line() + " 行" : "";
        String hint = finding.hint().isEmpty() ? "" : "（" + finding.hint() + "）";
        return finding.at().file() + where + (field.isEmpty() ? "" : " " + field) + "：" + finding.message() + hint;
    }
}
