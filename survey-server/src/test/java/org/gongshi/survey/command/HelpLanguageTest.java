package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Help of every command in Chinese and in English, and no word of one language in the other. */
class HelpLanguageTest {

    static Stream<String> commands() {
        CommandLine root = SurveyCommand.line();
        return Stream.concat(Stream.of(""), root.getSubcommands().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void english_help_holds_no_chinese(String command) {
        assertThat(help("en", command)).contains("Show this help").doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void chinese_help_says_so_in_chinese(String command) {
        assertThat(help("zh", command)).contains("用法：", "显示本帮助").doesNotContain("Show this help", "Usage");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_tells_the_version(String command) {
        CommandLine line = SurveyCommand.line();
        CommandLine asked = command.isEmpty() ? line : line.getSubcommands().get(command);
        assertThat(asked.getCommandSpec().version()).singleElement().asString().startsWith("gongshi survey ");
    }

    private static String help(String language, String command) {
        CommandLine line = SurveyCommand.lineFor("--lang", language);
        return (command.isEmpty() ? line : line.getSubcommands().get(command)).getUsageMessage();
    }
}
