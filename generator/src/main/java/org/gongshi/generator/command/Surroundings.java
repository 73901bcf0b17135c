package org.gongshi.generator.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a command has around it.
 *
 * @param clock for today's date
 * @param home the project's folder, against which defaults such as {@code content/demo} are resolved; relative paths that a
 *     person types stay relative to the working directory
 * @param environment for {@code GONGSHI_DEBUG} and the language
 */
public record Surroundings(Clock clock, Path home, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    public Surroundings {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        environment = Map.copyOf(environment);
    }

    /** Whether a person watches: the launcher tells it. */
    boolean isTerminal() {
        return environment.getOrDefault("GONGSHI_TERMINAL", "").equals("1");
    }

    /** Of the running process; the launcher tells the home by {@code -Dgongshi.home}. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                Clock.systemDefaultZone(),
                Path.of(System.getProperty("gongshi.home", "")),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                System.getenv());
    }

    /** The path that was typed, or the default below the home. */
    Path orDefault(Path typed, String inHome) {
        return typed == null ? home.resolve(inHome) : typed;
    }

    /** Chinese unless the environment, by its locale, asks for English. */
    Locale language() {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
            }
        }
        return Locale.CHINESE;
    }

    boolean debug() {
        return !environment.getOrDefault("GONGSHI_DEBUG", "").isEmpty();
    }

    /** Chinese must not become question marks under LANG=C: UTF-8 everywhere but on a console that says otherwise. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        String console = System.getProperty("stdout.encoding", "");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset = windows && !console.isEmpty() ? Charset.forName(console) : StandardCharsets.UTF_8;
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }
}
