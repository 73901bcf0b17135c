package org.gongshi.survey.web;

import java.util.Arrays;
import java.util.List;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.response.ResponseRules;
import org.gongshi.templates.survey.Filled;

/**
 * What a fuzzer drives, without a socket in between: the bodies of submissions. Whatever comes is refused in the agreed way or is
 * an answer sheet that fits its questionnaire; anything else is thrown. Jazzer finds the method by its name.
 */
public final class SubmissionFuzz {
    private static final Collaborators HOUSE = House.collaborators();

    private SubmissionFuzz() {}

    /** The first byte chooses the parser and the questionnaire, the rest is the body. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(data, 1, data.length);
        Audience audience = Audience.values()[(data[0] >> 1 & 0x7f) % Audience.values().length];
        try {
            Reading reading = (data[0] & 1) == 0 ? JsonReader.read(HOUSE, JsonText.parse(body)) : form(audience, body);
            check(reading);
        } catch (JsonFault | Refusal refused) {
            return;
        }
    }

    private static Reading form(Audience audience, byte[] body) {
        Filled filled = FormBody.parse(body);
        return FormReader.read(HOUSE, audience, filled);
    }

    static void check(Reading reading) {
        if (reading instanceof Reading.Right right) {
            var submission = right.submission();
            var questionnaire = HOUSE.questionnaires().get(submission.audience());
            require(ResponseRules.check(questionnaire, submission.answers(), submission.remark()), List.of());
            require(submission.questionnaire(), questionnaire.digest());
            require(submission.nonce().matches("[0-9a-f]{32}"), true);
        }
    }

    private static void require(Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException("found " + found + ", expected " + expected);
        }
    }
}
