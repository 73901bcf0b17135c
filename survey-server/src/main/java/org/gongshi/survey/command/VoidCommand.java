package org.gongshi.survey.command;

import java.util.concurrent.Callable;
import org.gongshi.survey.round.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey void}: withdraws the unused codes of a printing before the close. */
@Command(name = "void", description = "作废一批访问码：未使用的立即失效，已提交的答卷不受影响（结束调查前）", mixinStandardHelpOptions = true)
public final class VoidCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Option(names = "--batch", required = true, paramLabel = "N", description = "批次号，印在码条上")
    private int batch;

    @Override
    public Integer call() throws Exception {
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch 应为批次号：" + batch);
        }
        return new Desk(options).withExisting(spec.commandLine().getErr(), this::withdraw);
    }

    private int withdraw(Operations operations) {
        int codes = operations.voidBatch(batch);
        spec.commandLine().getOut().println("第 " + batch + " 批：作废 " + codes + " 个未使用的访问码");
        return Desk.DONE;
    }
}
