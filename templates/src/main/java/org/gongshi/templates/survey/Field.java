package org.gongshi.templates.survey;

import org.gongshi.evaluation.satisfaction.Question;

/** Names of the form's fields; an answer's field bears the same name in the form and in the API's messages. */
public final class Field {
    /** How a respondent takes part: {@link #BY_CODE} or {@link #OPEN}. */
    public static final String WAY = "way";

    public static final String BY_CODE = "code";
    public static final String OPEN = "open";
    public static final String CODE = "code";
    public static final String PLACE = "place";
    public static final String STAGE = "stage";
    public static final String NONCE = "nonce";
    public static final String QUESTIONNAIRE = "questionnaire";
    public static final String SECONDS = "seconds";
    /** What the pressed button asks for: {@code review}, {@code edit} or {@code send}. */
    public static final String STEP = "step";

    /** The solved riddle of the open link, which the script finds. */
    public static final String PROOF = "proof";
    /** The wait of a form without a script, signed by the server. */
    public static final String TICKET = "ticket";

    /** Number of a computer room, as typed. */
    public static final String ROOM = "room";
    /** A seat: its number where a pupil comes in; with the room's number before it on the form, only to be shown. */
    public static final String SEAT = "seat";

    private static final String ANSWER = "answers.";

    private Field() {}

    public static String of(Question question) {
        return ofAnswer(question.code());
    }

    public static String ofAnswer(String code) {
        return ANSWER + code;
    }

    public static boolean isAnswer(String field) {
        return field.startsWith(ANSWER);
    }

    /** The question's code in the name of an answer's field. */
    public static String code(String answerField) {
        return answerField.substring(ANSWER.length());
    }
}
