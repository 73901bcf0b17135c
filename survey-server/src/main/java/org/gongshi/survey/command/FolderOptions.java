package org.gongshi.survey.command;

import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Option;

/** The options that every command of the survey shares. */
final class FolderOptions {
    /** The project's folder, told by the launcher; without it, where the caller is. */
    static final String HOME = "${sys:gongshi.home:-.}/";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = HOME + "work/survey",
            description = "数据目录（默认为项目目录下的 work/survey）")
    private Path data;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = HOME + "content/demo",
            description = "内容目录（默认为项目目录下的 content/demo）")
    private Path content;

    @Option(
            names = "--round",
            paramLabel = "YEAR/ORGANIZER",
            converter = RoundKeyConverter.class,
            description = "哪一轮评价，例如 2025/990000（默认：数据目录所属的一轮；新目录取内容中最新的一轮）")
    private RoundKey round;

    @Option(names = "--pepper", paramLabel = "FILE", description = "访问码密钥文件，须在数据目录之外（默认 DIR.pepper）；行校验密钥在它旁边")
    private Path pepper;

    SurveyFiles files() {
        return pepper == null ? SurveyFiles.beside(data) : SurveyFiles.with(data, pepper);
    }

    Path content() {
        return content;
    }

    Optional<RoundKey> round() {
        return Optional.ofNullable(round);
    }
}
