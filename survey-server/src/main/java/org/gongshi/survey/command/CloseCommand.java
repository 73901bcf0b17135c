package org.gongshi.survey.command;

import java.util.concurrent.Callable;
import org.gongshi.survey.round.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code survey close}: ends the survey for good. */
@Command(name = "close", description = "结束调查：不再接收答卷，销毁访问码记录、原始文件和访问码密钥（不可撤销）", mixinStandardHelpOptions = true)
public final class CloseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Option(names = "--despite-damage", description = "数据有损坏、又没有备份可用时也结束（损坏的行不会进入结果）")
    private boolean despiteDamage;

    @Override
    public Integer call() throws Exception {
        return new Desk(options).withExisting(spec.commandLine().getErr(), this::close);
    }

    private int close(Operations operations) {
        if (despiteDamage) {
            operations.closeDespiteDamage();
        } else {
            operations.closeSurvey();
        }
        spec.commandLine().getOut().println("调查已结束；访问码只留下计数，原始文件和访问码密钥已销毁");
        return Desk.DONE;
    }
}
