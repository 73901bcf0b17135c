package org.gongshi.survey;

import org.gongshi.survey.command.SurveyCommand;

/** Arguments to a command; nothing else. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(SurveyCommand.execute(arguments));
    }
}
