package org.gongshi.survey.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code survey}: the root of the survey's commands. Exit codes: 0 done, 1 refused, 64 wrong usage, 70 internal. */
@Command(
        name = "survey",
        description = "满意度调查：访问码、收卷、进度、结束、发布",
        mixinStandardHelpOptions = true,
        // The one list of commands; a new one is added here and nowhere else.
        subcommands = {
            OfficeCommand.class,
            ServeCommand.class,
            CodesCommand.class,
            VoidCommand.class,
            PaperCommand.class,
            OpenCommand.class,
            StatusCommand.class,
            CloseCommand.class,
            DeviateCommand.class,
            ReleaseCommand.class,
            ScoresCommand.class,
            SampleCommand.class,
            EstimateCommand.class,
            AccountsCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            RehearseCommand.class,
            DestroyCommand.class,
            CluesCommand.class,
            DemoCommand.class
        })
public final class SurveyCommand implements Runnable {
    private static final String HELP = "org.gongshi.survey.command.help";
    static final int USAGE = 64;
    private static final int INTERNAL = 70;

    @Spec
    private CommandSpec spec;

    // Read from the arguments before the help is made, see language(); here so that it is known and told.
    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    private String lang;

    // Read from the arguments before the others, see settings(); here so that it is known and told.
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "设置文件（key=value），见 docs/settings.md；也可用环境变量")
    private String settings;

    /** The command line with Chinese help, ready to execute. */
    public static CommandLine line() {
        return line(Locale.CHINESE);
    }

    /** The command line, its help in the language that the arguments or else the system's locale ask for. */
    public static CommandLine lineFor(String... arguments) {
        return line(language(arguments));
    }

    /** Runs a command line as a program does: with the settings of the environment and of a file. */
    public static int execute(String... arguments) {
        CommandLine line = lineFor(arguments);
        try {
            line.setDefaultValueProvider(
                    Settings.read(System.getenv(), told("--settings", arguments).map(Path::of)));
        } catch (Settings.Unreadable fault) {
            fault.lines().forEach(text -> line.getErr().println("错误：" + text));
            return USAGE;
        }
        return line.execute(arguments);
    }

    private static CommandLine line(Locale language) {
        var line = new CommandLine(new SurveyCommand());
        line.setResourceBundle(ResourceBundle.getBundle(
                HELP, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(UsageFaults::explain);
        line.setExecutionExceptionHandler(SurveyCommand::fail);
        tell(
                line,
                "gongshi survey "
                        + Optional.ofNullable(SurveyCommand.class.getPackage().getImplementationVersion())
                                .orElse("(classes)"));
        return line;
    }

    /** The version that the jar carries, for every command. */
    private static void tell(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(command -> tell(command, version));
    }

    private static Locale language(String... arguments) {
        String wanted = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
        return told("--lang", arguments).orElse(wanted).startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** The last value of an option among the arguments, before the line is parsed. */
    private static Optional<String> told(String option, String... arguments) {
        Optional<String> value = Optional.empty();
        for (int at = 0; at < arguments.length; at++) {
            if (arguments[at].startsWith(option + "=")) {
                value = Optional.of(arguments[at].substring(option.length() + 1));
            } else if (arguments[at].equals(option) && at + 1 < arguments.length) {
                value = Optional.of(arguments[at + 1]);
            }
        }
        return value;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少子命令");
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
