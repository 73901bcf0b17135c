package org.gongshi.survey.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.upkeep.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code survey restore}: a backup into an empty data folder. */
@Command(name = "restore", description = "恢复：核对备份后放入空的数据目录，从不覆盖已有的调查", mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Mixin
    private OfficeOptions office;

    @Parameters(paramLabel = "FILE", descriptionKey = "backup-file", description = "备份文件")
    private Path backup;

    @Option(names = "--old-row-key", paramLabel = "FILE", description = "更换行校验密钥：备份用的旧密钥；恢复后的调查用新生成的密钥重新封存")
    private Path oldRowKey;

    @Override
    public Integer call() throws Exception {
        return Desk.guarded(spec.commandLine().getErr(), this::restore);
    }

    private int restore() {
        OfficeFolder accounts = office.folder(options);
        boolean known = accounts.exists();
        RoundRecord record = new Restore(
                        options.files(),
                        Optional.ofNullable(oldRowKey),
                        Optional.of(accounts.file()),
                        new SecureRandom())
                .read(backup);
        spec.commandLine()
                .getOut()
                .println("已恢复到 " + options.files().folder().root() + "：轮次 " + record.round() + "  状态 "
                        + record.state().label());
        if (known) {
            spec.commandLine().getOut().println("办公目录中已有账号和日志，没有改动：" + accounts.root());
        } else if (accounts.exists()) {
            spec.commandLine().getOut().println("账号和审计日志已恢复到 " + accounts.root() + "；登录需要其密钥 " + accounts.key());
        }
        return Desk.DONE;
    }
}
