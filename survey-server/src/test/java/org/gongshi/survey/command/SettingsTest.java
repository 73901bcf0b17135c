package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void a_flag_comes_before_a_variable_a_variable_before_the_file_the_file_before_the_default() throws Exception {
        Path file =
                Files.writeString(folder.resolve("s"), "# 调查\nport=1\nhost = 10.0.0.1\nbase-url=https://a.example\n");
        Map<String, String> environment =
                Map.of("GONGSHI_SURVEY_PORT", "2", "GONGSHI_SURVEY_SETTINGS", file.toString(), "PATH", "/bin");
        CommandLine line = SurveyCommand.line();
        line.setDefaultValueProvider(Settings.read(environment, Optional.empty()));
        var serve = line.getSubcommands().get("serve");
        line.parseArgs("serve", "--base-url", "https://b.example");
        assertThat(value(serve, "--port")).isEqualTo("2");
        assertThat(value(serve, "--host")).isEqualTo("10.0.0.1");
        assertThat(value(serve, "--base-url")).isEqualTo("https://b.example");
        assertThat(value(serve, "--trusted-proxy")).isEqualTo("null");
        line.parseArgs("serve", "--port", "3");
        assertThat(value(serve, "--port")).isEqualTo("3");
        // The file that is named wins over the one of the variable.
        Path other = Files.writeString(folder.resolve("t"), "host=10.0.0.2\n");
        line.setDefaultValueProvider(Settings.read(environment, Optional.of(other)));
        line.parseArgs("serve");
        assertThat(value(serve, "--host")).isEqualTo("10.0.0.2");
    }

    @Test
    void unknown_keys_and_variables_are_refused_all_at_once_with_a_hint() throws IOException {
        Path file = Files.writeString(folder.resolve("s"), "prot=1\ntrustedproxy=x\nzzzzzzzzzzzz=1\n");
        assertThatThrownBy(() -> Settings.read(Map.of("GONGSHI_SURVEY_BASEURL", "x"), Optional.of(file)))
                .isInstanceOfSatisfying(
                        Settings.Unreadable.class,
                        fault -> assertThat(fault.lines())
                                .hasSize(4)
                                .anySatisfy(line ->
                                        assertThat(line).contains("prot").contains("是不是 port"))
                                .anySatisfy(line -> assertThat(line).contains("是不是 trusted-proxy"))
                                .anySatisfy(line -> assertThat(line).contains("docs/settings.md"))
                                .anySatisfy(line -> assertThat(line).contains("是不是 GONGSHI_SURVEY_BASE_URL")));
        assertThatThrownBy(() -> Settings.read(Map.of(), Optional.of(folder.resolve("absent"))))
                .isInstanceOf(Settings.Unreadable.class);
    }

    @Test
    void a_value_that_makes_no_sense_is_wrong_usage() throws Exception {
        CommandLine line = SurveyCommand.line();
        var err = new StringWriter();
        line.setErr(new PrintWriter(err));
        line.setDefaultValueProvider(Settings.read(Map.of("GONGSHI_SURVEY_PORT", "many"), Optional.empty()));
        assertThat(line.execute("serve")).isEqualTo(64);
        assertThat(err.toString()).contains("--port");
    }

    @Test
    void the_reference_page_names_every_setting_with_flag_and_variable_and_no_other() throws IOException {
        Set<String> told = new TreeSet<>();
        Matcher row = Pattern.compile("^\\| `([a-z-]+)` \\| `--([a-z-]+)` \\| `([A-Z_]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../docs/settings.md")));
        while (row.find()) {
            assertThat(row.group(2)).isEqualTo(row.group(1));
            assertThat(row.group(3)).isEqualTo(Settings.variable(row.group(1)));
            told.add(row.group(1));
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(Settings.NAMES);
    }

    @Test
    void every_setting_is_an_option_and_every_option_of_a_server_is_a_setting() {
        Set<String> options = new TreeSet<>();
        SurveyCommand.line()
                .getSubcommands()
                .values()
                .forEach(command ->
                        command.getCommandSpec().options().forEach(option -> options.add(option.longestName())));
        assertThat(Settings.NAMES).allMatch(name -> options.contains("--" + name));
        List<String> serve = SurveyCommand.line().getSubcommands().get("serve").getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name ->
                        !List.of("--help", "--version", "--lang", "--settings").contains(name))
                .map(name -> name.substring(2))
                .toList();
        assertThat(Settings.NAMES).containsAll(serve);
    }

    private static String value(CommandLine command, String option) {
        Object value = command.getCommandSpec().findOption(option).getValue();
        return String.valueOf(value);
    }
}
