package org.gongshi.generator.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line: knows every command, the language of the help, and what becomes of errors. */
@Command(name = "gongshi", versionProvider = Program.Version.class, synopsisSubcommandLabel = "COMMAND")
public final class Program implements Runnable {
    /** Wrong usage (EX_USAGE of sysexits). */
    public static final int USAGE = 64;
    /** A fault of the program or its surroundings (EX_SOFTWARE). */
    public static final int INTERNAL = 70;

    private static final String BUNDLE = "org.gongshi.generator.command.messages";

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT)
    private boolean help;

    @Option(names = "--version", versionHelp = true)
    private boolean version;

    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    private String lang;

    private Program() {}

    /** Runs one command and gives back its exit code; never throws. */
    public static int run(Surroundings around, String... arguments) {
        int code;
        try {
            code = commandLine(around, language(around, arguments)).execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError fault) {
            code = internal(fault, around);
        }
        around.out().flush();
        around.err().flush();
        return code;
    }

    /** The model of all commands, for {@link #run} and for the test of the documentation. */
    static CommandLine commandLine(Surroundings around, Locale language) {
        ResourceBundle texts = texts(language);
        var root = new CommandLine(new Program());
        root.addSubcommand(new CheckCommand(around));
        root.addSubcommand(new BuildCommand(around));
        root.addSubcommand(new PreviewCommand(around));
        root.addSubcommand(new DecideCommand(around));
        root.addSubcommand(new NewRoundCommand(around));
        root.addSubcommand(new ExportTemplateCommand(around));
        root.addSubcommand(new ImportCommand(around));
        root.addSubcommand(new DrawSeedCommand(around));
        root.addSubcommand(new DrawCommand(around));
        root.addSubcommand(new DrawCheckCommand(around));
        root.addSubcommand(new VerifyCommand(around));
        root.addSubcommand(new DiffCommand(around));
        root.addSubcommand(new KeysCommand(around));
        root.addSubcommand(new ServeCommand(around));
        root.addSubcommand(new RehearseCommand(around));
        root.setResourceBundle(texts);
        root.setOut(around.out());
        root.setErr(around.err());
        root.setUsageHelpAutoWidth(false).setUsageHelpWidth(110);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler(new UsageFaults(around));
        root.setExecutionExceptionHandler((fault, command, parsed) -> internal(fault, around));
        return root;
    }

    static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** Without a command there is nothing to do: the help, and the exit code of wrong usage. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), spec.resourceBundle().getString("missing.command"));
    }

    private static Locale language(Surroundings around, String[] arguments) {
        int at = Arrays.asList(arguments).indexOf("--lang");
        String typed = at >= 0 && at + 1 < arguments.length ? arguments[at + 1] : "";
        for (String argument : arguments) {
            if (argument.startsWith("--lang=")) {
                typed = argument.substring("--lang=".length());
            }
        }
        if (typed.isEmpty()) {
            return around.language();
        }
        return typed.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static int internal(Throwable fault, Surroundings around) {
        String what =
                fault.getMessage() == null ? "" : ": " + fault.getMessage().replaceAll("\\p{Cntrl}+", " ");
        around.err().println("gongshi: " + fault.getClass().getSimpleName() + what + " (GONGSHI_DEBUG=1)");
        if (around.debug()) {
            fault.printStackTrace(around.err());
        }
        return INTERNAL;
    }

    /** The version that the jar carries. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Program.class.getPackage().getImplementationVersion();
            return new String[] {"gongshi " + (version == null ? "(classes)" : version)};
        }
    }
}
