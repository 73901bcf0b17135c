package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.survey.Field;
import org.gongshi.templates.survey.NoticePage;

/** The API under {@code /api/v1} (接口). */
final class ApiHandlers {
    private static final Pattern TWO_HEX = Pattern.compile("[0-9a-f]{2}");

    private final Collaborators house;
    private final Desk desk;
    private final Origins origins;
    private final Optional<OpenLinkGate> gate;
    private final Wording words;
    private final Map<Audience, byte[]> questionnaires = new EnumMap<>(Audience.class);

    ApiHandlers(Collaborators house, Desk desk, Origins origins, Optional<OpenLinkGate> gate, Wording words) {
        this.house = house;
        this.desk = desk;
        this.origins = origins;
        this.gate = gate;
        this.words = words;
        house.questionnaires()
                .forEach((audience, questionnaire) ->
                        questionnaires.put(audience, Answers.bytes(QuestionnaireJson.of(house, questionnaire))));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/questionnaires/{audience}", this::questionnaire),
                Route.post("/api/v1/responses", this::response),
                Route.post("/api/v1/challenges", this::challenge),
                Route.get("/api/v1/receipts/{prefix}", this::receipts));
    }

    private void questionnaire(Context ctx) {
        byte[] bytes = Audience.ofKey(ctx.pathParam("audience"))
                .map(questionnaires::get)
                .orElseThrow(() -> new Refusal(404, NoticePage.Kind.NOT_FOUND));
        Answers.sendTagged(ctx, Digest.of(bytes).hex().substring(0, 32), bytes);
    }

    private void response(Context ctx) {
        origins.refuseForeign(ctx);
        Json body = json(Bodies.read(ctx, Bodies.JSON));
        Reading reading = JsonReader.read(house, body);
        if (reading instanceof Reading.Right right) {
            right(ctx, right.submission(), JsonReader.text(body, Field.PROOF));
            return;
        }
        var wrong = (Reading.Wrong) reading;
        if (house.state().get() != SurveyState.OPEN) {
            notOpen(ctx, house.state().get() == SurveyState.CLOSED);
        } else if (wrong.guessed()) {
            ctx.future(() -> desk.guessed(ctx, wrong.faults()).thenAccept(outcome -> answer(ctx, outcome)));
        } else {
            Answers.faults(ctx, 422, wrong.faults());
        }
    }

    private void right(Context ctx, Submission submission, Optional<String> proof) {
        // Whether a late one was kept before its time was over is for the intake to say.
        boolean guarded = submission.code().isEmpty() && house.state().get() == SurveyState.OPEN;
        Optional<OpenLinkGate.Pass> pass =
                gate.filter(present -> guarded).map(open -> open.judge(submission.nonce(), proof, Optional.empty()));
        if (pass.isPresent() && pass.get() instanceof OpenLinkGate.Pass.Wait) {
            Answers.faults(ctx, 422, List.of(new FieldFault(Field.PROOF, words.say("hold.proof"))));
            return;
        }
        Submission.Entry entry =
                pass.map(go -> ((OpenLinkGate.Pass.Go) go).entry()).orElse(submission.entry());
        ctx.future(() -> desk.handIn(ctx, submission.by(entry)).thenAccept(outcome -> answer(ctx, outcome)));
    }

    /** A riddle for the form with the given number; none where the open link is free. */
    private void challenge(Context ctx) {
        origins.refuseForeign(ctx);
        Json body = json(Bodies.read(ctx, Bodies.JSON));
        boolean fits =
                body instanceof Json.Obj object && object.fields().keySet().equals(Set.of(Field.NONCE));
        Optional<String> nonce = fits ? JsonReader.text(body, Field.NONCE).flatMap(Nonces::read) : Optional.empty();
        if (nonce.isEmpty()) {
            Answers.faults(ctx, 422, List.of(new FieldFault(Field.NONCE, "应只有这一项，为 32 位十六进制数字")));
            return;
        }
        Json challenge =
                gate.<Json>map(open -> Json.of(open.challenge(nonce.get()))).orElse(Json.NULL);
        Answers.send(ctx, 200, Json.object().put("challenge", challenge).build());
    }

    private static Json json(byte[] body) {
        try {
            return JsonText.parse(body);
        } catch (JsonFault fault) {
            throw new Refusal(400, NoticePage.Kind.UNREADABLE);
        }
    }

    private void answer(Context ctx, Desk.Outcome outcome) {
        if (outcome instanceof Desk.Outcome.Guessing guessing) {
            long seconds = Math.max(1, guessing.pause().toSeconds());
            ctx.header("Retry-After", String.valueOf(seconds));
            Answers.faults(ctx, 429, List.of(new FieldFault(Field.CODE, words.say("hold.guessing", seconds))));
            return;
        }
        Reply reply = ((Desk.Outcome.Said) outcome).reply();
        if (reply instanceof Reply.Accepted accepted) {
            Json receipt = Json.object().put("receipt", accepted.receipt()).build();
            Answers.send(ctx, accepted.retried() ? 200 : 201, receipt);
        } else if (reply instanceof Reply.Refused refused) {
            Answers.faults(ctx, 422, named(refused.faults()));
        } else if (reply instanceof Reply.CodeSpent) {
            notice(ctx, 409, NoticePage.Kind.CODE_SPENT);
        } else if (reply instanceof Reply.NotOpen notOpen) {
            notOpen(ctx, notOpen.closedAlready());
        } else {
            ctx.header("Retry-After", String.valueOf(((Reply.Busy) reply).retryAfter()));
            notice(ctx, 503, NoticePage.Kind.BUSY);
        }
    }

    /** The intake names questions by their code; the API says where they stand in the body. */
    private List<FieldFault> named(List<FieldFault> faults) {
        return faults.stream()
                .map(fault -> isQuestion(fault.field())
                        ? new FieldFault(Field.ofAnswer(fault.field()), fault.message())
                        : fault)
                .toList();
    }

    private boolean isQuestion(String field) {
        return house.questionnaires().values().stream()
                .anyMatch(questionnaire -> questionnaire.find(field).isPresent());
    }

    private void notOpen(Context ctx, boolean closedAlready) {
        notice(ctx, 410, closedAlready ? NoticePage.Kind.CLOSED : NoticePage.Kind.NOT_YET_OPEN);
    }

    void notice(Context ctx, int status, NoticePage.Kind kind) {
        Answers.notice(ctx, status, kind, words.say("notice." + kind.key() + ".title"));
    }

    private void receipts(Context ctx) {
        String prefix = ctx.pathParam("prefix");
        if (house.receipts().isDestroyed()) {
            throw new Refusal(410, NoticePage.Kind.RECEIPTS_GONE);
        }
        Optional<List<String>> shard =
                TWO_HEX.matcher(prefix).matches() ? house.receipts().startingWith(prefix) : Optional.empty();
        List<Json> receipts = shard.orElseThrow(() -> new Refusal(404, NoticePage.Kind.NOT_FOUND)).stream()
                .map(Json::of)
                .toList();
        byte[] bytes = Answers.bytes(Json.object()
                .put("prefix", prefix)
                .put("receipts", Json.array(receipts))
                .build());
        Answers.sendTagged(ctx, Digest.of(bytes).hex().substring(0, 32), bytes);
    }
}
