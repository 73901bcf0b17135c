package org.gongshi.survey.round;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeHash;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.intake.Writer;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.response.ResponseRules;
import org.gongshi.survey.store.CodeRow;
import org.gongshi.survey.store.CodeState;
import org.gongshi.survey.store.SurveyStore;

/**
 * Paper sheets, keyed in twice (纸质答卷双录). The first keying is held by the hash of the sheet's code; when the second, by
 * somebody else, agrees in every field, the answer goes the way of all answers, with the number that was drawn for it at the
 * first keying, so that a crash in between counts it once; then the first keying is destroyed.
 */
final class PaperDesk {
    private static final int NONCE_BYTES = 16;
    private static final String WRONG_CODE = "访问码无效，请核对后重新输入";

    private final SurveyStore store;
    private final Writer writer;
    private final Pepper pepper;
    private final SecureRandom random;

    PaperDesk(SurveyStore store, Writer writer, Pepper pepper, SecureRandom random) {
        this.store = Objects.requireNonNull(store, "store");
        this.writer = Objects.requireNonNull(writer, "writer");
        this.pepper = Objects.requireNonNull(pepper, "pepper");
        this.random = Objects.requireNonNull(random, "random");
    }

    /** How many sheets wait for their second keying. */
    int waiting() {
        return writer.exclusively(() -> store.keyings().count());
    }

    PaperOutcome keyIn(PaperSheet sheet, LockedForms forms) {
        Questionnaire questionnaire = forms.questionnaires().get(sheet.audience());
        List<FieldFault> faults = ResponseRules.check(questionnaire, sheet.answers(), sheet.remark());
        Optional<AccessCode> code = AccessCode.parse(sheet.code()).filter(typed -> !typed.isShared());
        if (code.isEmpty()) {
            return refused("code", WRONG_CODE);
        }
        if (!faults.isEmpty()) {
            return new PaperOutcome.Refused(faults);
        }
        CodeHash hash = pepper.hash(code.get());
        Compared compared = writer.exclusively(() -> compare(hash, sheet));
        return compared.nonce()
                .map(nonce -> keep(hash, nonce, sheet, questionnaire))
                .orElseGet(compared::outcome);
    }

    /** Either an outcome, or the number under which the agreed answer is kept. */
    private record Compared(PaperOutcome outcome, Optional<String> nonce) {}

    private Compared compare(CodeHash hash, PaperSheet sheet) {
        Optional<Json.Obj> held = store.keyings().find(hash);
        if (held.isPresent()) {
            return compare(held.get(), sheet);
        }
        Optional<CodeRow> row = store.codes().find(hash);
        boolean isSlip = row.filter(
                        found -> found.kind() == CodeKind.SLIP && !found.state().equals(CodeState.VOID))
                .isPresent();
        if (!isSlip) {
            return only(refused("code", WRONG_CODE));
        }
        if (row.get().state().isSpent()) {
            return only(refused("code", "这个访问码的答卷已经收到"));
        }
        if (row.get().stratum().audience() != sheet.audience()) {
            return only(refused("code", "这个访问码属于另一份问卷"));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        store.keyings().hold(hash, PaperJson.held(sheet, HexFormat.of().formatHex(nonce)));
        return only(new PaperOutcome.Held());
    }

    private static Compared compare(Json.Obj held, PaperSheet sheet) {
        PaperSheet first = PaperJson.sheet(held);
        if (first.clerk().equals(sheet.clerk())) {
            return only(refused("clerk", "第一次由同一人录入；第二次须由另一人录入"));
        }
        List<PaperOutcome.Difference> differences = differences(first, sheet);
        if (!differences.isEmpty()) {
            return only(new PaperOutcome.Differs(differences));
        }
        return new Compared(new PaperOutcome.Held(), Optional.of(RoundJson.text(held, "nonce")));
    }

    /** Remarks are not compared: two people never type a sentence alike. */
    private static List<PaperOutcome.Difference> differences(PaperSheet first, PaperSheet second) {
        List<PaperOutcome.Difference> differences = new ArrayList<>();
        if (first.audience() != second.audience()) {
            differences.add(new PaperOutcome.Difference(
                    "audience", first.audience().label(), second.audience().label()));
        }
        var codes = new TreeSet<>(first.answers().keySet());
        codes.addAll(second.answers().keySet());
        for (String code : codes) {
            String before = shown(first.answers(), code);
            String now = shown(second.answers(), code);
            if (!before.equals(now)) {
                differences.add(new PaperOutcome.Difference(code, before, now));
            }
        }
        return differences;
    }

    private static String shown(Map<String, Answer> answers, String code) {
        Answer answer = answers.get(code);
        if (answer instanceof Answer.Picked picked) {
            return String.join(" ", new TreeSet<>(picked.items()));
        }
        return answer instanceof Answer.Chosen chosen ? String.valueOf(chosen.value()) : "";
    }

    private PaperOutcome keep(CodeHash hash, String nonce, PaperSheet sheet, Questionnaire questionnaire) {
        Submission submission = new Submission(
                        sheet.audience(),
                        nonce,
                        Optional.of(sheet.code()),
                        Optional.empty(),
                        Optional.empty(),
                        questionnaire.digest(),
                        sheet.answers(),
                        sheet.remark(),
                        OptionalInt.empty())
                .by(Submission.Entry.OFFICE);
        Reply reply = writer.submit(submission).toCompletableFuture().join();
        if (reply instanceof Reply.Accepted accepted) {
            writer.exclusively(() -> {
                store.keyings().destroy(hash);
                return true;
            });
            return new PaperOutcome.Kept(accepted.receipt());
        }
        if (reply instanceof Reply.Refused refused) {
            return new PaperOutcome.Refused(refused.faults());
        }
        if (reply instanceof Reply.CodeSpent) {
            return refused("code", "这个访问码的答卷已经收到");
        }
        return refused("sheet", reply instanceof Reply.Busy ? "服务繁忙，请稍后再录入一次" : "调查没有开启，或已经结束");
    }

    /** Throws the first keying away, because it was the wrong one; whether there was one. */
    boolean discard(String typed) {
        Optional<CodeHash> hash = AccessCode.parse(typed).map(pepper::hash);
        return hash.isPresent()
                && writer.exclusively(() -> {
                    boolean held = store.keyings().find(hash.get()).isPresent();
                    store.keyings().destroy(hash.get());
                    return held;
                });
    }

    private static Compared only(PaperOutcome outcome) {
        return new Compared(outcome, Optional.empty());
    }

    private static PaperOutcome refused(String field, String message) {
        return new PaperOutcome.Refused(List.of(new FieldFault(field, message)));
    }
}
