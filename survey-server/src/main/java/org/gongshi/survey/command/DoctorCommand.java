package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gongshi.survey.upkeep.Checkup;
import org.gongshi.survey.upkeep.CheckupReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code survey doctor}: everything that is wrong with a survey's data, row by row. */
@Command(name = "doctor", description = "体检：逐行核对数据，检查密钥、权限和遗留文件；不改动任何内容", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Override
    public Integer call() throws Exception {
        var desk = new Desk(options);
        return Desk.guarded(spec.commandLine().getErr(), () -> tell(new Checkup(options.files()).run(desk.server())));
    }

    private int tell(CheckupReport report) {
        PrintWriter out = spec.commandLine().getOut();
        report.sound().forEach(line -> out.println("正常：" + line));
        report.notes().forEach(line -> out.println("注意：" + line));
        report.faults().forEach(line -> out.println("损坏：" + line));
        out.println(report.isSound() ? "体检通过" : "体检未通过：" + report.faults().size() + " 项");
        return report.isSound() ? Desk.DONE : Desk.REFUSED;
    }
}
