package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class ProgramTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "preview",
                "verify a b c",
                "serve --port x",
                "keys",
                "keys frob",
                "verify --nothing"
            })
    void wrong_usage_ends_with_64_and_says_where_help_is(String line) {
        Terminal terminal = new Terminal(home, "2026-01-01");
        Object[] words = line.isEmpty() ? new Object[0] : line.split(" ");
        assertThat(terminal.run(words)).isEqualTo(64);
        assertThat(terminal.err()).contains("--help").doesNotContain("\tat ", "Exception");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void a_near_miss_gets_a_suggestion() {
        Terminal terminal = new Terminal(home, "2026-01-01");
        assertThat(terminal.run("verfy")).isEqualTo(64);
        assertThat(terminal.err()).contains("verify");
    }

    @Test
    void help_is_chinese_unless_asked_otherwise() {
        Terminal terminal = new Terminal(home, "2026-01-01");
        assertThat(terminal.run("verify", "--help")).isZero();
        assertThat(terminal.out()).contains("核验");
        assertThat(terminal.run("verify", "--help", "--lang", "en")).isZero();
        assertThat(terminal.out()).contains("Verify a published site");
        assertThat(terminal.run("--lang=en", "verify", "--help")).isZero();
        assertThat(terminal.out()).contains("Verify a published site");
        assertThat(terminal.run(Map.of("LANG", "en_GB.UTF-8"), "verify", "--help"))
                .isZero();
        assertThat(terminal.out()).contains("Verify a published site");
        assertThat(terminal.run(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "zh_CN.UTF-8"), "verify", "--help"))
                .isZero();
        assertThat(terminal.out()).contains("核验");
    }

    @Test
    void every_command_option_and_parameter_is_described_in_both_languages() {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            describe(Program.commandLine(new Terminal(home, "2026-01-01").around(Map.of()), language), language);
        }
    }

    private static void describe(CommandLine command, Locale language) {
        String name = command.getCommandSpec().qualifiedName(" ") + " " + language;
        assertThat(command.getCommandSpec().usageMessage().header()).as(name).isNotEmpty();
        for (ArgSpec argument : command.getCommandSpec().args()) {
            assertThat(argument.description()).as(name + " " + argument).isNotEmpty();
        }
        command.getSubcommands().values().forEach(child -> describe(child, language));
    }

    @Test
    void both_languages_know_the_same_texts() {
        assertThat(Program.texts(Locale.ENGLISH).keySet())
                .isEqualTo(Program.texts(Locale.CHINESE).keySet());
    }
}
