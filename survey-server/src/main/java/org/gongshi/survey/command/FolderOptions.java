package org.gongshi.survey.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command of the survey shares. */
final class FolderOptions {
    /** The project's folder, told by the launcher; without it, where the caller is. */
    static final String HOME = "${sys:gongshi.home:-.}/";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            descriptionKey = "office-home",
            description = "办公室的文件夹（gongshi office 的）：用其中的内容、账号和正在办理的一轮，代替 --data、--content")
    private Path home;

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
        Path folder = office().map(there -> there.survey(round().orElseThrow())).orElse(data);
        return pepper == null ? SurveyFiles.beside(folder) : SurveyFiles.with(folder, pepper);
    }

    /** Where accounts and log lie, unless another place is named. */
    OfficeFolder accounts() {
        return office().map(OfficeHome::office)
                .orElseGet(() -> OfficeFolder.beside(files().folder().root()));
    }

    /** Whether everything is to be found in an office's one folder. */
    boolean isOffice() {
        return home != null;
    }

    Path content() {
        return office().map(OfficeHome::content).orElse(content);
    }

    /** The round that was named; of an office's folder else the one that is worked on there. */
    Optional<RoundKey> round() {
        return Optional.ofNullable(round).or(() -> office().map(this::worked));
    }

    private RoundKey worked(OfficeHome there) {
        try {
            return RoundShelf.of(new SurveyFolder(there.content()), there.chosen())
                    .current();
        } catch (RoundFault fault) {
            throw new ParameterException(spec.commandLine(), String.join("\n", fault.lines()), fault);
        }
    }

    private Optional<OfficeHome> office() {
        Optional<OfficeHome> named = Optional.ofNullable(home).map(OfficeHome::new);
        named.filter(there -> !Files.isDirectory(there.content())).ifPresent(there -> {
            throw new ParameterException(spec.commandLine(), "不是办公室的文件夹（其中没有 content）：" + there.root());
        });
        return named;
    }
}
