package org.gongshi.survey.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.upkeep.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code survey backup}: an encrypted copy of the whole survey, also while it runs. */
@Command(name = "backup", description = "备份：加密保存整个调查（运行中也可），只保留最近一份", mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Mixin
    private OfficeOptions office;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "备份文件，须在数据目录之外；同名的旧备份会被销毁")
    private Path output;

    @Override
    public Integer call() throws Exception {
        return new Desk(options).withExisting(spec.commandLine().getErr(), this::back);
    }

    private int back(Operations operations) {
        Path accounts = office.folder(options).file();
        new Backup(options.files(), Optional.of(accounts), new SecureRandom()).write(operations, output);
        spec.commandLine().getOut().println("已备份并读回核对：" + output);
        spec.commandLine().getOut().println("恢复时需要行校验密钥（调查未结束时还需要访问码密钥），它们不在备份里，请另行保管");
        return Desk.DONE;
    }
}
