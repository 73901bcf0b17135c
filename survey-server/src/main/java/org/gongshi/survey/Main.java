package org.gongshi.survey;

import java.util.Arrays;
import org.gongshi.survey.command.SurveyCommand;

/** Arguments to a command; nothing else. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // gongshi.cmd hands on its arguments as they are, its own word "survey" first.
        boolean named = arguments.length > 0 && arguments[0].equals("survey");
        System.exit(SurveyCommand.execute(named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments));
    }
}
