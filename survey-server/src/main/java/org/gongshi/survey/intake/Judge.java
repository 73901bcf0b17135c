package org.gongshi.survey.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.QualityRules;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.store.CodeRow;
import org.gongshi.survey.store.CodeState;
import org.gongshi.survey.store.SurveyStore;

/** Decides about one ticket from what is stored; reads, never writes. Belongs to the writer's thread. */
final class Judge {
    private final SurveyStore store;
    private final Pepper pepper;
    private final Crowd crowd;
    private final LiveCounts counts;

    Judge(SurveyStore store, Pepper pepper, Crowd crowd, LiveCounts counts) {
        this.store = Objects.requireNonNull(store, "store");
        this.pepper = Objects.requireNonNull(pepper, "pepper");
        this.crowd = Objects.requireNonNull(crowd, "crowd");
        this.counts = Objects.requireNonNull(counts, "counts");
    }

    Verdict judge(Ticket ticket, LockedForms forms) {
        Questionnaire questionnaire =
                forms.questionnaires().get(ticket.submission().audience());
        if (!questionnaire.digest().equals(ticket.submission().questionnaire())) {
            return refused("questionnaire", "问卷版本不符，请重新打开问卷页面");
        }
        return ticket.isOpenLink() ? openLink(ticket, forms) : withCode(ticket, forms);
    }

    private Verdict withCode(Ticket ticket, LockedForms forms) {
        Optional<CodeRow> row = ticket.code().map(pepper::hash).flatMap(store.codes()::find);
        // Unknown, void and mistyped look alike: the answer must not help to guess codes.
        if (row.isEmpty()
                || row.get().state().equals(CodeState.VOID)
                || row.get().kind() == CodeKind.TEACHER) {
            return refused("code", "访问码无效，请核对后重新输入");
        }
        if (row.get().kind() == CodeKind.SCHOOL) {
            return withSchoolCode(ticket, forms, row.get());
        }
        boolean kept = isKept(ticket.responseId());
        CodeState state = row.get().state();
        if (state.isSpent()) {
            boolean byThisForm = state.equals(CodeState.spent(ticket.spendMark()));
            if (!byThisForm) {
                return new Verdict.Answered(new Reply.CodeSpent());
            }
            // A crash between the two files left the code spent and the answer missing: the retry brings it again.
            return kept ? again(ticket) : keep(ticket, forms, row.get(), Optional.empty());
        }
        if (kept) {
            return refused("nonce", "这个页面已经提交过一份答卷，请重新打开问卷页面再填写");
        }
        return keep(ticket, forms, row.get(), row);
    }

    private Verdict keep(Ticket ticket, LockedForms forms, CodeRow row, Optional<CodeRow> spend) {
        List<FieldFault> faults = contradictions(ticket.submission(), row.stratum());
        if (!faults.isEmpty()) {
            return new Verdict.Answered(new Reply.Refused(faults));
        }
        Response response = response(ticket, forms, row.stratum(), mode(ticket, row), row.cluster());
        return new Verdict.Keep(ticket.responseId(), response, spend);
    }

    /** One code for many: the form's own number tells a retry from another sheet. */
    private Verdict withSchoolCode(Ticket ticket, LockedForms forms, CodeRow row) {
        return isKept(ticket.responseId()) ? again(ticket) : keep(ticket, forms, row, Optional.empty());
    }

    private static Mode mode(Ticket ticket, CodeRow row) {
        if (ticket.submission().entry() == Submission.Entry.OFFICE) {
            return Mode.PAPER;
        }
        return switch (row.kind()) {
            case SCHOOL -> Mode.SCHOOL_CODE;
            case SEAT -> Mode.ROOM;
            case SLIP, TEACHER -> Mode.CODE;
        };
    }

    private Verdict openLink(Ticket ticket, LockedForms forms) {
        Submission submission = ticket.submission();
        List<FieldFault> faults = new ArrayList<>();
        Optional<PlaceCode> place = submission.place().filter(forms.places()::contains);
        if (place.isEmpty()) {
            faults.add(new FieldFault("place", "请选择参加本轮评价的地区"));
        }
        if (submission.stage().isPresent()
                && !forms.plan()
                        .stages()
                        .get(submission.audience())
                        .contains(submission.stage().get())) {
            faults.add(new FieldFault("stage", "本问卷没有这个学段"));
        }
        if (!faults.isEmpty()) {
            return new Verdict.Answered(new Reply.Refused(faults));
        }
        Digest id = ticket.responseId();
        if (isKept(id)) {
            return again(ticket);
        }
        Stratum stratum = new Stratum(place.get(), submission.audience(), submission.stage());
        return new Verdict.Keep(id, response(ticket, forms, stratum, Mode.OPEN_LINK, 0), Optional.empty());
    }

    /** The code knows where it belongs; what was chosen on the page may be absent, not different. */
    private static List<FieldFault> contradictions(Submission submission, Stratum stratum) {
        List<FieldFault> faults = new ArrayList<>();
        if (submission.audience() != stratum.audience()) {
            faults.add(new FieldFault("audience", "这个访问码属于另一份问卷"));
        }
        if (submission.place().filter(place -> !place.equals(stratum.place())).isPresent()) {
            faults.add(new FieldFault("place", "所选地区与访问码不符"));
        }
        if (submission.stage().isPresent() && !submission.stage().equals(stratum.stage())) {
            faults.add(new FieldFault("stage", "所选学段与访问码不符"));
        }
        return faults;
    }

    private Response response(Ticket ticket, LockedForms forms, Stratum stratum, Mode mode, int cluster) {
        Submission submission = ticket.submission();
        Questionnaire questionnaire = forms.questionnaires().get(submission.audience());
        Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
        flags.addAll(
                QualityRules.flags(forms.plan().quality(), questionnaire, submission.answers(), submission.seconds()));
        flags.addAll(crowd.flags(
                forms.plan().quality(),
                new Crowd.Origin(stratum, mode, cluster),
                QualityRules.vector(questionnaire, submission.answers())));
        if (submission.entry() == Submission.Entry.UNPROVEN) {
            flags.add(QualityFlag.UNPROVEN);
        }
        if (mode == Mode.SCHOOL_CODE && counts.isBeyond(stratum, cluster)) {
            flags.add(QualityFlag.BEYOND_ROLL);
        }
        return new Response(
                stratum.audience(), stratum.place(), stratum.stage(), mode, cluster, flags, submission.answers());
    }

    /** The table is asked only for what may be there; then nothing else is at work on it. */
    private boolean isKept(Digest id) {
        return counts.mayHold(id) && store.responses().contains(id);
    }

    private static Verdict again(Ticket ticket) {
        return new Verdict.Answered(new Reply.Accepted(ticket.responseId().hex(), true));
    }

    private static Verdict refused(String field, String message) {
        return new Verdict.Answered(new Reply.Refused(List.of(new FieldFault(field, message))));
    }
}
