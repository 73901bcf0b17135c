package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.PaperOutcome;
import org.gongshi.survey.round.PaperSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code survey paper}: paper sheets that a clerk keyed into a table; every sheet is keyed in by two people. */
@Command(name = "paper", description = "录入纸质答卷（CSV）：两人各录一遍，逐项一致才收下，不一致的逐项列出", mixinStandardHelpOptions = true)
public final class PaperCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CSV",
            descriptionKey = "keyings",
            description = "录入表：第一列 code（答卷所附码条的访问码），其余各列为题号")
    private Path sheets;

    @Option(names = "--audience", paramLabel = "A", description = "对象：public、parent、student")
    private String audience;

    @Option(names = "--clerk", paramLabel = "NAME", description = "录入人；第二遍须由另一人录入")
    private String clerk;

    @Option(names = "--discard", paramLabel = "CODE", description = "丢弃一份答卷的首次录入（首次录错时），然后重新录入")
    private String discard;

    @Override
    public Integer call() throws Exception {
        if (discard == null && (sheets == null || audience == null || clerk == null || clerk.isBlank())) {
            throw new ParameterException(spec.commandLine(), "须给出录入表、--audience 和 --clerk，或者 --discard");
        }
        var desk = new Desk(options);
        return desk.withExisting(
                spec.commandLine().getErr(),
                operations -> discard == null ? key(desk, operations) : discard(operations));
    }

    private int discard(Operations operations) {
        boolean held = operations.discardKeying(discard);
        spec.commandLine().getOut().println(held ? "首次录入已销毁，请重新录入" : "这个访问码没有首次录入");
        return held ? Desk.DONE : Desk.REFUSED;
    }

    private int key(Desk desk, Operations operations) {
        Audience who = Audience.ofKey(audience)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--audience 应为 public、parent 或 student：" + audience));
        Questionnaire questionnaire = desk.content()
                .forms(operations.report().round().round())
                .questionnaires()
                .get(who);
        PaperTable table = PaperTable.read(text(), questionnaire, clerk);
        PrintWriter err = spec.commandLine().getErr();
        if (!table.faults().isEmpty()) {
            table.faults().forEach(fault -> err.println(sheets + ":" + fault));
            return Desk.REFUSED;
        }
        return key(operations, table, err);
    }

    private int key(Operations operations, PaperTable table, PrintWriter err) {
        int held = 0;
        int kept = 0;
        List<String> troubles = new ArrayList<>();
        for (PaperTable.Line line : table.lines()) {
            PaperOutcome outcome = operations.keyIn(line.sheet());
            held += outcome instanceof PaperOutcome.Held ? 1 : 0;
            kept += outcome instanceof PaperOutcome.Kept ? 1 : 0;
            troubles.addAll(troubles(line.number(), line.sheet(), outcome));
        }
        troubles.forEach(trouble -> err.println(sheets + ":" + trouble));
        spec.commandLine()
                .getOut()
                .println("首次录入 " + held + " 份，两次一致并收下 " + kept + " 份，还有 " + operations.keyingsWaiting() + " 份等待第二次录入");
        return troubles.isEmpty() ? Desk.DONE : Desk.REFUSED;
    }

    private static List<String> troubles(int line, PaperSheet sheet, PaperOutcome outcome) {
        List<String> troubles = new ArrayList<>();
        if (outcome instanceof PaperOutcome.Differs differs) {
            differs.differences()
                    .forEach(one -> troubles.add(
                            line + ": " + one.field() + " 两次录入不一致：第一次“" + one.first() + "”，这次“" + one.second() + "”"));
        } else if (outcome instanceof PaperOutcome.Refused refused) {
            for (FieldFault fault : refused.faults()) {
                troubles.add(line + ": " + fault.field() + " " + fault.message());
            }
        }
        return troubles;
    }

    private String text() {
        try {
            return Files.readString(sheets);
        } catch (IOException fault) {
            throw new ParameterException(spec.commandLine(), "录入表无法读取：" + sheets);
        }
    }
}
