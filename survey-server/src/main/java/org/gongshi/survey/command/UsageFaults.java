package org.gongshi.survey.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongshi.evaluation.round.RoundKey;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage in words for an operator: what is wrong, what was expected, where the help is. */
final class UsageFaults {
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            int.class, "整数",
            LocalDate.class, "日期，例如 2026-03-09",
            URI.class, "网址，例如 https://survey.example.cn",
            Path.class, "文件或目录的路径",
            RoundKey.class, "年度/组织者代码，例如 2025/990000");

    private UsageFaults() {}

    /** Tells it on the error stream; returns the exit code of wrong usage. */
    static int explain(ParameterException fault, String[] arguments) {
        CommandLine line = fault.getCommandLine();
        line.getErr().println("错误：" + message(fault));
        if (fault instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            line.getErr().println("是否指：" + String.join(" ", unmatched.getSuggestions()));
        }
        line.getErr().println("用法见：" + line.getCommandSpec().qualifiedName() + " --help");
        return SurveyCommand.USAGE;
    }

    private static String message(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return "不认识的参数：" + String.join(" ", unmatched.getUnmatched());
        }
        if (fault instanceof MissingParameterException missing) {
            return "缺少：" + missing.getMissing().stream().map(UsageFaults::name).collect(Collectors.joining(" "));
        }
        if (fault.getArgSpec() != null && fault.getValue() != null) {
            ArgSpec argument = fault.getArgSpec();
            return name(argument) + " 的值不对：" + fault.getValue() + "（应为" + expected(argument) + "）";
        }
        return fault.getMessage();
    }

    private static String expected(ArgSpec argument) {
        // The label of a choice lists what may be chosen.
        return argument.type().isEnum()
                ? " " + argument.paramLabel()
                : EXPECTED.getOrDefault(argument.type(), " " + argument.paramLabel());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + (option.paramLabel().isEmpty() ? "" : "=" + option.paramLabel())
                : argument.paramLabel();
    }
}
