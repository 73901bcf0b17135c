package org.gongshi.generator.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Runs commands as a person would, and keeps what they print. */
public final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path home;
    private final String today;

    public Terminal(Path home, String today) {
        this.home = home;
        this.today = today;
    }

    public int run(Object... arguments) {
        return run(Map.of(), arguments);
    }

    public int run(Map<String, String> environment, Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return Program.run(around(environment), words);
    }

    Surroundings around(Map<String, String> environment) {
        Clock clock = Clock.fixed(Instant.parse(today + "T08:00:00Z"), ZoneOffset.UTC);
        return new Surroundings(clock, home, new PrintWriter(out), new PrintWriter(err), environment);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
