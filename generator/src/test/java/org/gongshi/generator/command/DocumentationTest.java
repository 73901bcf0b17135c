package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.generator.verify.FaultKind;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The documentation says what the programs do, and nothing else. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void every_command_and_option_stands_in_the_documentation_and_none_besides() throws IOException {
        String page = read("docs/commands.md");
        String common = section(page, "## For every command");
        CommandLine root =
                Program.commandLine(new Terminal(Path.of("."), "2026-01-01").around(Map.of()), Locale.ENGLISH);
        assertThat(options(root)).allSatisfy(option -> assertThat(common).contains("`" + option));
        for (CommandLine command : commands(root)) {
            String heading = "\n#"
                    + "#".repeat(command.getCommandSpec().qualifiedName(" ").split(" ").length - 1) + " "
                    + command.getCommandSpec().qualifiedName(" ").replaceFirst("gongshi ", "") + "\n";
            assertThat(page).contains(heading);
            Set<String> documented = documentedOptions(section(page, heading.strip()));
            assertThat(documented).as(heading).isEqualTo(own(options(command), options(root)));
        }
    }

    @Test
    void every_exit_code_of_verify_stands_in_the_documentation() throws IOException {
        String verify = section(read("docs/commands.md"), "## verify");
        for (FaultKind kind : FaultKind.values()) {
            assertThat(verify).contains("\n| " + kind.exitCode() + " | ");
        }
    }

    @Test
    void the_launchers_name_the_jars_that_maven_makes() throws IOException {
        String version = first(read("pom.xml"), "<artifactId>gongshi</artifactId>\\s*<version>([^<]+)</version>");
        for (String launcher : List.of("gongshi", "gongshi.cmd")) {
            assertThat(read(launcher))
                    .contains(
                            "gongshi-generator-" + version + "-all.jar",
                            "gongshi-survey-server-" + version + "-all.jar");
        }
        assertThat(read("CHANGELOG.md")).contains("## " + version);
    }

    @Test
    void every_dependency_and_plugin_of_the_poms_stands_in_the_documentation_and_none_besides() throws IOException {
        Set<String> artifacts = new TreeSet<>();
        for (Path pom : poms()) {
            Matcher matcher =
                    Pattern.compile("<artifactId>([^<]+)</artifactId>").matcher(Files.readString(pom));
            while (matcher.find()) {
                artifacts.add(matcher.group(1));
            }
        }
        artifacts.removeIf(artifact -> artifact.startsWith("gongshi"));
        Set<String> documented = new TreeSet<>();
        Matcher matcher = Pattern.compile("`([a-z0-9._-]+)`").matcher(read("docs/dependencies.md"));
        while (matcher.find()) {
            documented.add(matcher.group(1));
        }
        assertThat(documented).isEqualTo(artifacts);
    }

    private static List<CommandLine> commands(CommandLine command) {
        List<CommandLine> all = new ArrayList<>();
        for (CommandLine child : command.getSubcommands().values()) {
            all.add(child);
            all.addAll(commands(child));
        }
        return all;
    }

    private static Set<String> options(CommandLine command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            names.add(option.longestName());
        }
        return names;
    }

    private static Set<String> own(Set<String> options, Set<String> common) {
        Set<String> own = new TreeSet<>(options);
        own.removeAll(common);
        return own;
    }

    /** Options at the beginning of a table's row. */
    private static Set<String> documentedOptions(String section) {
        Set<String> names = new TreeSet<>();
        Matcher matcher =
                Pattern.compile("^\\| `(--[a-z-]+)", Pattern.MULTILINE).matcher(section);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** From a heading to the next of any level that names a command. */
    private static String section(String page, String heading) {
        int from = page.indexOf("\n" + heading + "\n");
        assertThat(from).as(heading).isNotNegative();
        Matcher next = Pattern.compile("^#{2,3} ", Pattern.MULTILINE).matcher(page);
        return next.find(from + 1 + heading.length()) ? page.substring(from, next.start()) : page.substring(from);
    }

    private static List<Path> poms() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> poms = new ArrayList<>(modules.map(module -> module.resolve("pom.xml"))
                    .filter(Files::isRegularFile)
                    .toList());
            poms.add(ROOT.resolve("pom.xml"));
            return poms;
        }
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
