package org.gongshi.generator;

import org.gongshi.generator.command.Program;
import org.gongshi.generator.command.Surroundings;

/** The generator's program: arguments to a command, and nothing else. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Program.run(Surroundings.ofThisProcess(), arguments));
    }
}
