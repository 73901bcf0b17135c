package org.gongshi.survey.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey}: the root of the survey's commands. Exit codes: 0 done, 1 refused, 64 wrong usage, 70 internal. */
@Command(
        name = "survey",
        description = "满意度调查：访问码、收卷、进度、结束、发布",
        mixinStandardHelpOptions = true,
        // The one list of commands; a new one is added here and nowhere else.
        subcommands = {
            ServeCommand.class,
            CodesCommand.class,
            OpenCommand.class,
            StatusCommand.class,
            CloseCommand.class,
            ReleaseCommand.class,
            ScoresCommand.class,
            EstimateCommand.class,
            DemoCommand.class
        })
public final class SurveyCommand implements Runnable {
    static final int USAGE = 64;
    private static final int INTERNAL = 70;

    @Spec
    private CommandSpec spec;

    /** The command line, ready to execute. */
    public static CommandLine line() {
        var line = new CommandLine(new SurveyCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(SurveyCommand::explain);
        line.setExecutionExceptionHandler(SurveyCommand::fail);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少子命令");
    }

    private static int explain(ParameterException fault, String[] arguments) {
        CommandLine line = fault.getCommandLine();
        line.getErr().println("错误：" + fault.getMessage());
        line.getErr().println("用法见：" + line.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    /** What nobody foresaw: told by its kind, without the data that a message could carry. */
    private static int fail(Exception fault, CommandLine line, CommandLine.ParseResult result) {
        line.getErr().println("错误：程序内部错误 " + fault.getClass().getName() + "（设 GONGSHI_DEBUG=1 可看到出错的位置）");
        if (System.getenv("GONGSHI_DEBUG") != null) {
            for (StackTraceElement element : fault.getStackTrace()) {
                line.getErr().println("    " + element);
            }
        }
        return INTERNAL;
    }
}
