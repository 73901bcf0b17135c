package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.round.PaperOutcome;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.PaperPage;

/**
 * Keying in paper sheets (纸质录入): one screen for a sheet, made for the digit keys; the second person's keying is compared field
 * by field. Neither a code nor an answer ever enters the log.
 */
final class PaperHandlers {
    private final House house;
    private final Frames frames;
    private final Progress progress;

    PaperHandlers(House house, Frames frames, Progress progress) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/paper", Action.ENTER_PAPER, visit -> page(200, visit, Optional.empty())),
                Route.get("/office/paper/{audience}", Action.ENTER_PAPER, this::blank),
                Route.post("/office/paper/{audience}", Action.ENTER_PAPER, this::keyIn));
    }

    private Answer page(int status, Visit visit, Optional<PaperPage.Form> form) {
        boolean open = house.round().state() == RoundState.OPEN;
        return Answer.page(
                status,
                new PaperPage(
                        frames.frame(visit, "paper"),
                        open,
                        open ? house.round().keyingsWaiting() : 0,
                        Arrays.stream(Audience.values())
                                .map(PaperHandlers::choice)
                                .toList(),
                        form.filter(shown -> open)));
    }

    private static AccountsPage.Choice choice(Audience audience) {
        return new AccountsPage.Choice(audience.key(), audience.label());
    }

    private static Optional<Audience> audience(Visit visit) {
        return Audience.ofKey(visit.request().parts().get("audience"));
    }

    /** The questionnaire that was locked at the opening, not what lies in the content folder now. */
    private Optional<Questionnaire> questionnaire(Audience audience) {
        return house.round().forms().map(forms -> forms.questionnaires().get(audience));
    }

    private Answer blank(Visit visit) {
        Optional<Audience> audience = audience(visit);
        if (audience.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        Optional<PaperPage.Form> form =
                questionnaire(audience.get()).map(known -> form(audience.get(), new PaperForm(known, frames.words())));
        return page(200, visit, form);
    }

    private static PaperPage.Form form(Audience audience, PaperForm sheet) {
        return new PaperPage.Form(choice(audience), "", List.of(), List.of(), sheet.blank());
    }

    private Answer keyIn(Visit visit) {
        Optional<Audience> audience = audience(visit);
        if (audience.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        Questionnaire questionnaire = questionnaire(audience.get())
                .filter(known -> house.round().state() == RoundState.OPEN)
                .orElseThrow(() -> new RoundFault(frames.words().say("paper.shut")));
        var form = new PaperForm(questionnaire, frames.words());
        PaperForm.Typed typed = form.read(visit);
        String code = visit.text("code").strip();
        if (!typed.faults().isEmpty() || code.isEmpty()) {
            List<String> faults = new ArrayList<>(typed.faults());
            if (code.isEmpty()) {
                faults.add(0, frames.words().say("paper.code.missing"));
            }
            return again(visit, form, typed, faults, List.of()).about("未录入：填写有误");
        }
        boolean replaced = visit.text("act").equals("replace") && house.round().discardKeying(code);
        PaperOutcome outcome =
                house.round().keyIn(form.sheet(code, visit.person().person(), typed));
        return answer(visit, form, typed, outcome, replaced);
    }

    private Answer answer(Visit visit, PaperForm form, PaperForm.Typed typed, PaperOutcome outcome, boolean replaced) {
        String next = "/office/paper/" + form.audience().key();
        if (outcome instanceof PaperOutcome.Kept) {
            progress.forget();
            frames.flash(visit, "paper.done.kept");
            return Answer.go(next).about("第二次录入，一致，已收下");
        }
        if (outcome instanceof PaperOutcome.Held) {
            frames.flash(visit, replaced ? "paper.done.replaced" : "paper.done.held");
            return Answer.go(next).about(replaced ? "销毁首次录入，重新作首次录入" : "首次录入");
        }
        if (outcome instanceof PaperOutcome.Differs differs) {
            return again(visit, form, typed, List.of(), differs.differences())
                    .about("第二次录入，" + differs.differences().size() + " 处不一致");
        }
        List<String> faults = ((PaperOutcome.Refused) outcome)
                .faults().stream().map(form::line).toList();
        return again(visit, form, typed, faults, List.of())
                .about("未录入："
                        + String.join(
                                "、",
                                ((PaperOutcome.Refused) outcome)
                                        .faults().stream()
                                                .map(FieldFault::field)
                                                .toList()));
    }

    private Answer again(
            Visit visit,
            PaperForm form,
            PaperForm.Typed typed,
            List<String> faults,
            List<PaperOutcome.Difference> differences) {
        var shown = new PaperPage.Form(
                choice(form.audience()),
                visit.text("code").strip(),
                faults,
                differences.stream().map(form::difference).toList(),
                form.items(typed, differences));
        return page(422, visit, Optional.of(shown));
    }
}
