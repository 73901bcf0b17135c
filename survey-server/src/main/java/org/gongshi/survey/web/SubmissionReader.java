package org.gongshi.survey.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.ResponseRules;
import org.gongshi.templates.survey.Field;

/**
 * Turns the texts of one submission into values and checks them; the form and the API come together here. Belongs to one
 * request.
 */
final class SubmissionReader {
    /** A mistyped code and an unknown one get the same words: the answer must not help to guess. */
    static final String WRONG_CODE = "访问码无效，请核对后重新输入";

    private static final int LONGEST_CODE = 64;
    private static final int MOST_SECONDS = 10_000_000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private final Collaborators house;
    private final Questionnaire questionnaire;
    private final FaultList faults;
    private final Map<String, Answer> answers = new TreeMap<>();
    private Optional<String> remark = Optional.empty();
    private Optional<String> nonce = Optional.empty();
    private Optional<String> code = Optional.empty();
    private Optional<PlaceCode> place = Optional.empty();
    private Optional<SchoolStage> stage = Optional.empty();
    private OptionalInt seconds = OptionalInt.empty();
    private boolean guessed;

    SubmissionReader(Collaborators house, Audience audience, FaultList faults) {
        this.house = house;
        this.questionnaire = house.questionnaires().get(audience);
        this.faults = faults;
    }

    void nonce(String text) {
        nonce = Nonces.read(text);
        if (nonce.isEmpty()) {
            faults.add(Field.NONCE, "应为 32 位十六进制数字");
        }
    }

    void questionnaire(String text) {
        if (!text.equals(questionnaire.digest().toString())) {
            faults.add(Field.QUESTIONNAIRE, "问卷已经更新，请重新打开问卷页面");
        }
    }

    /** With a code nothing has to be chosen: it knows its place and stage. */
    void code(String typed) {
        if (typed.isBlank()) {
            faults.add(Field.CODE, "请输入访问码，或者选择“我没有访问码”");
            return;
        }
        code = typed.length() > LONGEST_CODE ? Optional.empty() : house.codes().apply(typed);
        if (code.isEmpty()) {
            guessed = true;
            faults.add(Field.CODE, WRONG_CODE);
        }
    }

    void place(String text) {
        place = house.places().stream()
                .map(Place::code)
                .filter(known -> known.value().equals(text))
                .findFirst();
        if (place.isEmpty()) {
            faults.add(Field.PLACE, text.isBlank() ? "请选择所在盟市" : "没有这个地区");
        }
    }

    void stage(String text) {
        stage = SchoolStage.ofKey(text).filter(offeredStages()::contains);
        if (stage.isEmpty()) {
            faults.add(Field.STAGE, text.isBlank() ? "请选择学段" : "没有这个学段");
        }
    }

    List<SchoolStage> offeredStages() {
        return house.stages(questionnaire.audience());
    }

    void seconds(long measured) {
        if (measured < 0 || measured > MOST_SECONDS) {
            faults.add(Field.SECONDS, "应为 0 到 " + MOST_SECONDS + " 的整数");
        } else {
            seconds = OptionalInt.of((int) measured);
        }
    }

    void answer(String question, Answer answer) {
        answers.put(question, answer);
    }

    void remark(String question, String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (UNPRINTABLE.matcher(lines).find()) {
            faults.add(Field.ofAnswer(question), "含有不能显示的字符");
        } else if (!lines.isEmpty()) {
            remark = Optional.of(lines);
        }
    }

    Reading read() {
        ResponseRules.check(questionnaire, answers, remark)
                .forEach(fault -> faults.add(Field.ofAnswer(fault.field()), fault.message()));
        if (!faults.isEmpty()) {
            return new Reading.Wrong(faults.all(), guessed);
        }
        Digest digest = questionnaire.digest();
        return new Reading.Right(new Submission(
                questionnaire.audience(), nonce.orElseThrow(), code, place, stage, digest, answers, remark, seconds));
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    FaultList faults() {
        return faults;
    }
}
