package org.gongshi.survey.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Settings from the environment and from a file (设置): a flag comes before a variable, a variable before the file, the file
 * before the default. An unknown key is refused, with the one that was probably meant.
 */
final class Settings implements IDefaultValueProvider {
    /** The names of all settings, as flags without their hyphens and as keys of the file. */
    static final List<String> NAMES = List.of(
            "home",
            "data",
            "content",
            "round",
            "pepper",
            "host",
            "port",
            "base-url",
            "trusted-proxy",
            "clue-key",
            "office",
            "site",
            "site-key",
            "retention-days");

    /** What every variable begins with: {@code GONGSHI_SURVEY_BASE_URL} for {@code base-url}. */
    static final String PREFIX = "GONGSHI_SURVEY_";

    /** The variable that names the file. */
    static final String FILE = PREFIX + "SETTINGS";

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /** Settings that cannot be read, one fault a line, in Chinese. */
    static final class Unreadable extends Exception {
        private final transient List<String> lines;

        private Unreadable(List<String> lines) {
            super(String.join("\n", lines));
            this.lines = lines;
        }

        List<String> lines() {
            return lines;
        }
    }

    /**
     * Reads variables and file.
     *
     * @param told the file that {@code --settings} names; empty takes the one that a variable names, if any
     */
    static Settings read(Map<String, String> environment, Optional<Path> told) throws Unreadable {
        Map<String, String> values = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        Optional<Path> file =
                told.or(() -> Optional.ofNullable(environment.get(FILE)).map(Path::of));
        file.ifPresent(path -> fromFile(path, values, faults));
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !variable.equals(FILE)) {
                String name = variable.substring(PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                if (NAMES.contains(name)) {
                    values.put(name, value);
                } else {
                    faults.add("环境变量 " + variable + " 不是设置" + hint(name, one -> variable(one)));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        return new Settings(values);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return values.get(option.longestName().replaceFirst("^--", ""));
        }
        return null;
    }

    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void fromFile(Path file, Map<String, String> values, Collection<String> faults) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException fault) {
            faults.add("设置文件无法读取：" + file);
            return;
        }
        new TreeMap<>(properties).forEach((key, value) -> {
            String name = key.toString();
            if (NAMES.contains(name)) {
                values.put(name, value.toString().strip());
            } else {
                faults.add("设置文件 " + file + " 中没有 " + name + " 这一项" + hint(name, one -> one));
            }
        });
    }

    private static String hint(String wrong, java.util.function.UnaryOperator<String> written) {
        return NAMES.stream()
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .filter(name -> distance(wrong, name) <= Math.max(2, name.length() / 2))
                .map(name -> "（是不是 " + written.apply(name) + "？）")
                .orElse("（全部设置见 docs/settings.md）");
    }

    /** Levenshtein's distance: how many letters must be changed, put in or left out. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
