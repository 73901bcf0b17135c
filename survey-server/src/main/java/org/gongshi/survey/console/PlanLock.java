package org.gongshi.survey.console;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.round.RoundFault;

/** The locked survey plan (锁定调查方案): its digest is public before the first answer, and nothing else can be opened. */
final class PlanLock {
    private static final String NOTE = "plan.lock";

    private final House house;

    PlanLock(House house) {
        this.house = Objects.requireNonNull(house, "house");
    }

    /**
     * What was locked.
     *
     * @param person who locked it
     */
    record Locked(Digest digest, String person, OffsetDateTime moment) {}

    /** One digest over plan, questionnaires, translations and populations. */
    static Digest digest(LockedForms forms) {
        var questionnaires = Json.object();
        forms.questionnaires()
                .forEach((audience, form) ->
                        questionnaires.put(audience.key(), form.digest().toString()));
        var all = Json.object()
                .put("plan", forms.plan().digest().toString())
                .put("questionnaires", questionnaires.build());
        if (!forms.translations().isEmpty()) {
            var languages = Json.object();
            forms.translations()
                    .forEach(found ->
                            languages.put(found.language(), found.digest().toString()));
            all.put("languages", languages.build());
        }
        forms.populations().ifPresent(digest -> all.put("populations", digest.toString()));
        return Digest.of(JsonText.canonical(all.build()));
    }

    /** What is locked for this round; a lock of another round does not count. */
    Optional<Locked> now() {
        // Before there were notes for each round the one note was that of the round last locked.
        return office().note(note())
                .or(() -> office().note(NOTE))
                .map(PlanLock::lines)
                .filter(this::isOfThisRound)
                .map(lines -> new Locked(Digest.parse(lines[1]), lines[2], OffsetDateTime.parse(lines[3])));
    }

    private String note() {
        return NOTE + " " + house.round().round();
    }

    private static String[] lines(String note) {
        return note.split("\n");
    }

    private boolean isOfThisRound(String[] lines) {
        return lines[0].equals(house.round().round().toString());
    }

    /**
     * Locks what lies in the content folder now.
     *
     * @param shown the digest that the person was shown
     */
    void lock(String shown, String person) {
        LockedForms forms = house.content().forms();
        Digest digest = digest(forms);
        if (!house.clock().instant().isBefore(forms.plan().closes().toInstant())) {
            throw new RoundFault("方案规定的结束时间 " + House.moment(forms.plan().closes())
                    + " 已过，锁定之后就不能再改。请先在“内容文件”的“满意度调查方案”改好起止时间（opens、closes）");
        }
        if (house.content().populations().isEmpty()) {
            throw new RoundFault("还没有填写调查总体（各地、各对象、各学段的人数），锁定之后就不能再填。请在“工作簿”导出“总体”，填好交回");
        }
        if (!digest.toString().equals(shown)) {
            throw new RoundFault("方案或问卷在您查看之后被改动，请重新核对摘要");
        }
        String value = String.join(
                "\n",
                house.round().round().toString(),
                digest.toString(),
                person,
                house.clock().instant().atOffset(House.ZONE).withNano(0).toString());
        Optional<String> before = office().note(note());
        if (now().isPresent()) {
            throw new RoundFault("方案已经锁定");
        }
        if (!office().note(note(), before, Optional.of(value))) {
            throw new RoundFault("另一人同时办理了锁定，请刷新后查看");
        }
    }

    /** @throws RoundFault when nothing is locked, or what lies there now is something else */
    void require() {
        Locked locked = now().orElseThrow(() -> new RoundFault("调查方案还没有锁定"));
        if (!digest(house.content().forms()).equals(locked.digest())) {
            throw new RoundFault("方案或问卷在锁定之后被改动，与公开的摘要不符；请恢复原文件");
        }
    }

    private Office office() {
        return house.office();
    }
}
