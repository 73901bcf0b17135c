package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.web.OpenLinkGate.Pass.Wait;
import org.gongshi.templates.survey.AccessibilityPage;
import org.gongshi.templates.survey.ChoosePage;
import org.gongshi.templates.survey.Field;
import org.gongshi.templates.survey.Filled;
import org.gongshi.templates.survey.FormPage;
import org.gongshi.templates.survey.NoSurveyPage;
import org.gongshi.templates.survey.NoticePage;
import org.gongshi.templates.survey.ReceiptPage;
import org.gongshi.templates.survey.ReviewPage;

/** The pages a respondent sees (填写页面): complete without a script. */
final class PageHandlers {
    private static final String REVIEW = "review";
    private static final String EDIT = "edit";

    private final Collaborators house;
    private final Desk desk;
    private final Origins origins;
    private final Optional<OpenLinkGate> gate;
    private final Pages pages;
    private final ReceiptHandles handles;

    PageHandlers(Collaborators house, Desk desk, Origins origins, Optional<OpenLinkGate> gate, Pages pages) {
        this.house = house;
        this.desk = desk;
        this.origins = origins;
        this.gate = gate;
        this.pages = pages;
        this.handles = new ReceiptHandles(house.clock(), house.random());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", this::choose),
                Route.get("/survey/{audience}", this::form),
                Route.post("/survey/{audience}", this::fill),
                Route.get("/receipt", this::receiptGone),
                Route.get("/accessibility", ctx -> pages.send(ctx, 200, new AccessibilityPage(pages.frame(ctx)))),
                Route.get("/receipt/{handle}", this::receipt));
    }

    private void choose(Context ctx) {
        if (house.plan().isEmpty()) {
            pages.send(ctx, 200, new NoSurveyPage(pages.frame()));
            return;
        }
        SurveyState state = house.state().get();
        Optional<NoticePage.Kind> notice =
                state == SurveyState.OPEN ? Optional.empty() : Optional.of(shut(state == SurveyState.CLOSED));
        List<Audience> audiences = List.copyOf(house.questionnaires().keySet());
        pages.send(
                ctx,
                200,
                new ChoosePage(pages.frame(ctx), audiences, house.plan().get(), notice));
    }

    private void form(Context ctx) {
        Questionnaire questionnaire = questionnaire(ctx);
        if (!refuseShut(ctx)) {
            fresh(ctx, questionnaire.audience(), Filled.NOTHING);
        }
    }

    private void fill(Context ctx) {
        Questionnaire questionnaire = questionnaire(ctx);
        origins.refuseForeign(ctx);
        Filled filled = FormBody.parse(Bodies.read(ctx, Bodies.FORM));
        String step = filled.text(Field.STEP);
        Reading reading = FormReader.read(house, questionnaire.audience(), filled);
        // Whether a right one is still in time is for the intake to say: it knows what it has kept before.
        boolean sends = reading instanceof Reading.Right && !step.equals(REVIEW) && !step.equals(EDIT);
        if (!sends && refuseShut(ctx)) {
            return;
        }
        if (step.equals(EDIT)) {
            pages.send(ctx, 200, page(ctx, questionnaire, nonce(filled), filled, List.of(), Optional.empty()));
        } else if (reading instanceof Reading.Wrong wrong) {
            wrong(ctx, questionnaire, filled, wrong);
        } else {
            Submission submission = ((Reading.Right) reading).submission();
            boolean guarded = gate.isPresent()
                    && submission.code().isEmpty()
                    && house.state().get() == SurveyState.OPEN;
            if (step.equals(REVIEW)) {
                Optional<Wait> wait = guarded
                        ? Optional.of(gate.get().turn(submission.nonce(), filled.first(Field.TICKET)))
                        : Optional.empty();
                review(ctx, questionnaire, filled, wait, false);
            } else {
                send(ctx, questionnaire, filled, submission, guarded);
            }
        }
    }

    /** By the open link a form without a script waits for its turn: it travels in the page, nothing is kept here. */
    private void review(Context ctx, Questionnaire questionnaire, Filled filled, Optional<Wait> wait, boolean early) {
        if (wait.isPresent() && wait.get().ticket().isEmpty()) {
            FormPage page = page(
                    ctx,
                    questionnaire,
                    nonce(filled),
                    filled,
                    List.of(),
                    Optional.of(pages.in(ctx).say("hold.busy")));
            hold(ctx, 503, wait.get().left().toSeconds(), page);
            return;
        }
        Optional<ReviewPage.Turn> turn = wait.map(present -> new ReviewPage.Turn(
                present.ticket().get(), Math.max(1, present.left().toSeconds()), early));
        Tongue tongue = pages.in(ctx);
        pages.send(
                ctx,
                200,
                new ReviewPage(
                        tongue.frame(), tongue.questionnaire(questionnaire.audience()), tongue.places(), filled, turn));
    }

    private void send(Context ctx, Questionnaire questionnaire, Filled filled, Submission submission, boolean guarded) {
        Submission.Entry entry = submission.entry();
        if (guarded) {
            OpenLinkGate.Pass pass =
                    gate.get().judge(submission.nonce(), filled.first(Field.PROOF), filled.first(Field.TICKET));
            if (pass instanceof Wait wait) {
                review(ctx, questionnaire, filled, Optional.of(wait), true);
                return;
            }
            entry = ((OpenLinkGate.Pass.Go) pass).entry();
        }
        Submission sent = submission.by(entry);
        ctx.future(() -> desk.handIn(ctx, sent).thenAccept(outcome -> answer(ctx, questionnaire, filled, outcome)));
    }

    private void wrong(Context ctx, Questionnaire questionnaire, Filled filled, Reading.Wrong wrong) {
        CompletableFuture<Desk.Outcome> outcome = wrong.guessed()
                ? desk.guessed(ctx, wrong.faults())
                : CompletableFuture.completedFuture(new Desk.Outcome.Said(new Reply.Refused(wrong.faults())));
        ctx.future(() -> outcome.thenAccept(said -> answer(ctx, questionnaire, filled, said)));
    }

    private void answer(Context ctx, Questionnaire questionnaire, Filled filled, Desk.Outcome outcome) {
        if (outcome instanceof Desk.Outcome.Guessing guessing) {
            long seconds = Math.max(1, guessing.pause().toSeconds());
            hold(
                    ctx,
                    429,
                    seconds,
                    page(
                            ctx,
                            questionnaire,
                            nonce(filled),
                            filled,
                            List.of(),
                            Optional.of(pages.in(ctx).say("hold.guessing", seconds))));
            return;
        }
        Reply reply = ((Desk.Outcome.Said) outcome).reply();
        if (reply instanceof Reply.Accepted accepted) {
            ctx.status(303)
                    .header("Location", pages.frame(ctx).to("/receipt/" + handles.handle(accepted.receipt())))
                    .header("Cache-Control", "no-store");
        } else if (reply instanceof Reply.Refused refused) {
            refused(ctx, questionnaire, filled, refused.faults());
        } else if (reply instanceof Reply.CodeSpent) {
            pages.notice(ctx, 409, NoticePage.Kind.CODE_SPENT);
        } else if (reply instanceof Reply.NotOpen notOpen) {
            pages.notice(ctx, 410, shut(notOpen.closedAlready()));
        } else {
            hold(
                    ctx,
                    503,
                    ((Reply.Busy) reply).retryAfter(),
                    page(
                            ctx,
                            questionnaire,
                            nonce(filled),
                            filled,
                            List.of(),
                            Optional.of(pages.in(ctx).say("hold.busy"))));
        }
    }

    private void refused(Context ctx, Questionnaire questionnaire, Filled filled, List<FieldFault> faults) {
        if (faults.stream().anyMatch(fault -> fault.field().equals(Field.QUESTIONNAIRE))) {
            pages.notice(ctx, 422, NoticePage.Kind.OUTDATED);
            return;
        }
        // The page was sent before, with another code: as a new page it may be sent again.
        boolean used = faults.stream().anyMatch(fault -> fault.field().equals(Field.NONCE));
        String nonce = used ? Nonces.fresh(house.random()) : nonce(filled);
        List<FormPage.Fault> shown = new ArrayList<>();
        FaultWords words = pages.in(ctx).faults();
        faults.forEach(
                fault -> shown.add(new FormPage.Fault(fieldOf(questionnaire, fault), words.say(fault.message()))));
        pages.send(ctx, 422, page(ctx, questionnaire, nonce, filled, shown, Optional.empty()));
    }

    /** The intake names questions by their code, and the questionnaire a code belongs to as audience. */
    private static String fieldOf(Questionnaire questionnaire, FieldFault fault) {
        if (questionnaire.find(fault.field()).isPresent()) {
            return Field.ofAnswer(fault.field());
        }
        return fault.field().equals("audience") ? Field.CODE : fault.field();
    }

    private void hold(Context ctx, int status, long seconds, FormPage page) {
        ctx.header("Retry-After", String.valueOf(seconds));
        pages.send(ctx, status, page);
    }

    private FormPage page(
            Context ctx,
            Questionnaire questionnaire,
            String nonce,
            Filled filled,
            List<FormPage.Fault> faults,
            Optional<String> hold) {
        var stages = house.stages(questionnaire.audience());
        Tongue tongue = pages.in(ctx);
        return new FormPage(
                tongue.frame(),
                tongue.questionnaire(questionnaire.audience()),
                tongue.places(),
                stages,
                nonce,
                filled,
                faults,
                hold);
    }

    private String nonce(Filled filled) {
        return Nonces.read(filled.text(Field.NONCE)).orElseGet(() -> Nonces.fresh(house.random()));
    }

    private Questionnaire questionnaire(Context ctx) {
        return Audience.ofKey(ctx.pathParam("audience"))
                .map(house.questionnaires()::get)
                .orElseThrow(() -> new Refusal(404, NoticePage.Kind.NOT_FOUND));
    }

    /** A questionnaire that nobody has begun, with what is known of the respondent's way. */
    void fresh(Context ctx, Audience audience, Filled filled) {
        Questionnaire questionnaire = house.questionnaires().get(audience);
        String nonce = Nonces.fresh(house.random());
        FormPage page = page(ctx, questionnaire, nonce, filled, List.of(), Optional.empty());
        if (filled.equals(Filled.NOTHING)) {
            pages.sendFresh(ctx, page);
        } else {
            pages.send(ctx, 200, page);
        }
    }

    boolean refuseShut(Context ctx) {
        SurveyState state = house.state().get();
        if (state != SurveyState.OPEN) {
            pages.notice(ctx, 410, shut(state == SurveyState.CLOSED));
        }
        return state != SurveyState.OPEN;
    }

    private static NoticePage.Kind shut(boolean closedAlready) {
        return closedAlready ? NoticePage.Kind.CLOSED : NoticePage.Kind.NOT_YET_OPEN;
    }

    private void receipt(Context ctx) {
        Optional<String> receipt = handles.resolve(ctx.pathParam("handle"));
        pages.send(ctx, receipt.isPresent() ? 200 : 404, new ReceiptPage(pages.frame(ctx), receipt));
    }

    private void receiptGone(Context ctx) {
        pages.send(ctx, 200, new ReceiptPage(pages.frame(ctx), Optional.empty()));
    }
}
