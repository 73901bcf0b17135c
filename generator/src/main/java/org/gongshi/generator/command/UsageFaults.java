package org.gongshi.generator.command;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage: one line that says what is wrong, one that says how to get help, exit code 64. */
final class UsageFaults implements CommandLine.IParameterExceptionHandler {
    private final Surroundings around;

    UsageFaults(Surroundings around) {
        this.around = around;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        ResourceBundle texts = command.getResourceBundle();
        around.err().println("gongshi: " + oneLine(message(fault, texts)));
        if (fault instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            around.err().println(format(texts, "usage.suggestion", String.join(" ", unmatched.getSuggestions())));
        }
        String name = command.getCommandSpec().qualifiedName(" ");
        around.err().println(format(texts, "usage.more", name + " --help"));
        return Program.USAGE;
    }

    private static String message(ParameterException fault, ResourceBundle texts) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            List<String> unknown = unmatched.getUnmatched();
            return format(texts, "usage.unknown", String.join(" ", unknown));
        }
        if (fault instanceof MissingParameterException missing) {
            return format(
                    texts,
                    "usage.missing",
                    String.join(
                            " ",
                            missing.getMissing().stream()
                                    .map(argument -> argument.isOption()
                                            ? ((CommandLine.Model.OptionSpec) argument).longestName()
                                            : argument.paramLabel())
                                    .toList()));
        }
        if (fault.getArgSpec() instanceof CommandLine.Model.OptionSpec option && fault.getValue() != null) {
            // The library's own sentence is English and names Java's types; the help tells what the value should be.
            return MessageFormat.format(
                    texts.getString("usage.value"), option.longestName(), fault.getValue(), option.paramLabel());
        }
        return fault.getMessage();
    }

    private static String format(ResourceBundle texts, String key, String argument) {
        return MessageFormat.format(texts.getString(key), argument);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
