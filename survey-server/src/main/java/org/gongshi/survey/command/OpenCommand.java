package org.gongshi.survey.command;

import java.util.concurrent.Callable;
import org.gongshi.survey.round.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code survey open}: begins to take answers and locks plan and questionnaires. */
@Command(name = "open", description = "开启调查：锁定调查方案和问卷，开始接收答卷", mixinStandardHelpOptions = true)
public final class OpenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Override
    public Integer call() throws Exception {
        return new Desk(options).with(spec.commandLine().getErr(), this::open);
    }

    private int open(Operations operations) {
        operations.open();
        spec.commandLine().getOut().println("调查已开启；调查方案和问卷自此锁定");
        return Desk.DONE;
    }
}
