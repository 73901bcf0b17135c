package org.gongshi.survey.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.SurveySampleJson;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.sampling.FrameFile;
import org.gongshi.evaluation.sampling.SampleDraw;
import org.gongshi.evaluation.sampling.SampleFrame;
import org.gongshi.evaluation.sampling.SamplePlan;
import org.gongshi.evaluation.sampling.SampleRecord;

/** Draws, and draws again to hold a record against it (抽样与复核). */
public final class SampleReplay {
    private SampleReplay() {}

    /**
     * The record of a draw.
     *
     * @param planText the plan's file, character by character
     * @param files of the frame
     */
    public static Optional<SampleRecord> draw(
            SamplePlan plan,
            String planText,
            Location planAt,
            CommittedSeed seed,
            List<SourceFile> files,
            SampleFrame frame,
            Findings findings) {
        checkFrames(plan, planAt, files, findings);
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        List<FrameFile> frames = plan.frames().stream()
                .flatMap(digest -> files.stream()
                        .filter(file -> file.digest().equals(digest))
                        .limit(1))
                .map(file -> new FrameFile(file.name(), file.digest()))
                .toList();
        return SampleDraw.of(frame, plan, seed, planAt, findings)
                .map(sample -> new SampleRecord(frames, planText, sample));
    }

    /** The frame is part of what was published before the seed was known: none missing, none besides. */
    private static void checkFrames(SamplePlan plan, Location planAt, List<SourceFile> files, Findings findings) {
        for (SourceFile file : files) {
            if (!plan.frames().contains(file.digest())) {
                findings.error(
                        file.at(), "抽样框文件的摘要是 " + file.digest() + "，不在方案的 frames 中", "请使用方案公布时的文件；确需更换的，改写方案并重新公布");
            }
        }
        for (var digest : plan.frames()) {
            if (files.stream().noneMatch(file -> file.digest().equals(digest))) {
                findings.error(planAt, "没有给出方案 frames 中的抽样框文件 " + digest, "用 --frame 写出每个文件");
            }
        }
    }

    /**
     * The first line of the record that another draw would have written otherwise, with what it would have written; empty when
     * every byte agrees.
     */
    public static Optional<String> difference(SourceFile file, SampleRecord again) {
        byte[] written = file.bytes();
        byte[] drawn = SurveySampleJson.bytes(again);
        if (java.util.Arrays.equals(written, drawn)) {
            return Optional.empty();
        }
        List<String> left = lines(written);
        List<String> right = lines(drawn);
        int at = 0;
        while (at < Math.min(left.size(), right.size()) && left.get(at).equals(right.get(at))) {
            at++;
        }
        return Optional.of("第 " + (at + 1) + " 行：记录为“" + line(left, at) + "”，重新抽样为“" + line(right, at) + "”");
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at).strip() : "";
    }
}
