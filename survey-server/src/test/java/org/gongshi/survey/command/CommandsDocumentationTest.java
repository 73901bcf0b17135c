package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/commands.md} says what the survey's commands can do, and nothing else. */
class CommandsDocumentationTest {
    private static final Path PAGE = Path.of("..", "docs", "commands.md");

    @Test
    void every_command_and_option_stands_in_the_documentation_and_none_besides() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> shared = documented(section(page, "## survey"));
        for (Map.Entry<String, CommandLine> command :
                SurveyCommand.line().getSubcommands().entrySet()) {
            String heading = command.getKey().equals("demo") ? "## demo" : "### survey " + command.getKey();
            Set<String> expected = options(command.getValue());
            Set<String> told = documented(section(page, heading));
            // What all commands on a data folder share is told once.
            if (expected.containsAll(shared)) {
                told.addAll(shared);
            }
            assertThat(told).as(heading).isEqualTo(expected);
            for (Map.Entry<String, CommandLine> below :
                    command.getValue().getSubcommands().entrySet()) {
                String nested = "#" + heading + " " + below.getKey();
                Set<String> named = documented(section(page, nested));
                Set<String> all = options(below.getValue());
                if (all.containsAll(shared)) {
                    named.addAll(shared);
                }
                assertThat(named).as(nested).isEqualTo(all);
            }
        }
    }

    private static Set<String> options(CommandLine command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp()
                    && !option.versionHelp()
                    && !Set.of("--lang", "--settings").contains(option.longestName())) {
                names.add(option.longestName());
            }
        }
        return names;
    }

    private static Set<String> documented(String section) {
        Set<String> names = new TreeSet<>();
        Matcher matcher =
                Pattern.compile("^\\| `(--[a-z-]+)", Pattern.MULTILINE).matcher(section);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String section(String page, String heading) {
        int from = page.indexOf("\n" + heading + "\n");
        assertThat(from).as(heading + " in docs/commands.md").isNotNegative();
        Matcher next = Pattern.compile("^#{2,4} ", Pattern.MULTILINE).matcher(page);
        return next.find(from + 1 + heading.length()) ? page.substring(from, next.start()) : page.substring(from);
    }
}
