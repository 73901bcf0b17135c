package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.DeviationJson;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.office.AuditLog;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.round.RoundFile;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey audit}: the console's log. */
@Command(
        name = "audit",
        description = "控制台审计日志",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommand.Verify.class})
public final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少子命令：verify");
    }

    /** {@code survey audit verify}: follows the chain from the first line to the last. */
    @Command(name = "verify", description = "核对审计日志：逐条首尾相接、未被改动、没有截去", mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private FolderOptions folders;

        @Mixin
        private OfficeOptions options;

        @Option(names = "--known-head", paramLabel = "HASH", description = "以前抄下的末条摘要：日志中必须还有它")
        private String known;

        @Override
        public Integer call() {
            if (known != null && !known.matches("[0-9a-f]{64}")) {
                throw new ParameterException(spec.commandLine(), "--known-head 应为 64 位十六进制数字");
            }
            PrintWriter out = spec.commandLine().getOut();
            return AccountsCommand.withExisting(spec, folders, options, office -> {
                AuditLog.Check check = office.log().check(Optional.ofNullable(known));
                check.faults().forEach(out::println);
                List<String> missing = unlogged(office);
                missing.forEach(line -> out.println("偏离方案没有对应的日志：" + line));
                out.println("记录 " + check.lines() + " 条，末条摘要 " + check.head());
                boolean sound = check.isSound() && missing.isEmpty();
                out.println(sound ? "日志完整" : "日志有问题");
                return sound ? Desk.DONE : Desk.REFUSED;
            });
        }

        /** Deviations on file without a line of the log that names their digest. */
        private List<String> unlogged(Office office) {
            SurveyFiles files = folders.files();
            if (!Files.exists(files.folder().round()) || !Files.exists(files.rowKey())) {
                return List.of();
            }
            RoundRecord record = new RoundFile(files.folder().round(), RowKey.read(files.rowKey())).read();
            return record.aftermath().deviations().stream()
                    .filter(one -> !office.log().tells(DeviationJson.digest(one).toString()))
                    .map(one -> one.place() + one.told())
                    .toList();
        }
    }
}
