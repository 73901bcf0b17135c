package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.clue.Clue;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.templates.survey.CluePage;
import org.gongshi.templates.survey.Field;
import org.gongshi.templates.survey.Filled;
import org.gongshi.templates.survey.NoticePage;

/** The confidential box (线索与建议箱): a page, a form without a script, and the API. Open before, during and after the survey. */
final class ClueHandlers {
    /** The form again in another language, with everything that was typed. */
    private static final String EDIT = "edit";

    /** Clues in a row that one address may send, and how soon another is allowed: no flood, no locked-out office. */
    private static final int MOST_IN_A_ROW = 10;

    private static final Duration ALLOWED_AGAIN = Duration.ofMinutes(1);
    private static final int FULL_RETRY_SECONDS = 600;

    private final Collaborators house;
    private final Supplier<Optional<ClueBox>> box;
    private final Desk desk;
    private final Origins origins;
    private final Pages pages;
    private final GuessLimiter limiter;

    ClueHandlers(Collaborators house, Supplier<Optional<ClueBox>> box, Desk desk, Origins origins, Pages pages) {
        this.house = house;
        this.box = box;
        this.desk = desk;
        this.origins = origins;
        this.pages = pages;
        Limits usual = house.limits();
        this.limiter = new GuessLimiter(
                new Limits(
                        usual.longestBody(),
                        MOST_IN_A_ROW,
                        ALLOWED_AGAIN,
                        usual.pause(),
                        usual.patience(),
                        usual.trustedProxy()),
                house.clock(),
                house.random());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/clues", this::form),
                Route.post("/clues", this::fill),
                Route.get("/clues/received", this::received),
                Route.post("/api/v1/clues", this::take));
    }

    private void form(Context ctx) {
        requireBox();
        show(ctx, 200, Filled.NOTHING, Map.of(), Optional.empty());
    }

    private void received(Context ctx) {
        requireBox();
        pages.send(ctx, 200, page(ctx, Filled.NOTHING, Map.of(), Optional.empty(), true));
    }

    private void fill(Context ctx) {
        requireBox();
        origins.refuseForeign(ctx);
        Filled filled = FormBody.parse(Bodies.read(ctx, Bodies.FORM));
        if (filled.text(Field.STEP).equals(EDIT)) {
            show(ctx, 200, filled, Map.of(), Optional.empty());
            return;
        }
        var reader = new ClueReader(house);
        Optional<Clue> clue = reader.read(filled);
        if (clue.isEmpty()) {
            show(ctx, 422, filled, translated(ctx, reader.faults()), Optional.empty());
            return;
        }
        Duration wait = limiter.wrong(desk.peer(ctx));
        if (!wait.isZero()) {
            long seconds = retryAfter(ctx, wait);
            show(ctx, 429, filled, Map.of(), Optional.of(pages.in(ctx).say("hold.clue-often", seconds)));
        } else if (drop(clue.get())) {
            ctx.status(303)
                    .header("Location", pages.frame(ctx).to("/clues/received"))
                    .header("Cache-Control", "no-store");
        } else {
            ctx.header("Retry-After", String.valueOf(FULL_RETRY_SECONDS));
            show(ctx, 503, filled, Map.of(), Optional.of(pages.in(ctx).say("hold.clue-busy")));
        }
    }

    private void take(Context ctx) {
        requireBox();
        origins.refuseForeign(ctx);
        var reader = new ClueReader(house);
        Optional<Clue> clue = reader.read(json(Bodies.read(ctx, Bodies.JSON)));
        if (clue.isEmpty()) {
            List<FieldFault> faults = new ArrayList<>();
            reader.faults().forEach((field, message) -> faults.add(new FieldFault(field, message)));
            Answers.faults(ctx, 422, faults);
            return;
        }
        Duration wait = limiter.wrong(desk.peer(ctx));
        if (!wait.isZero()) {
            String often = pages.frame().words().say("hold.clue-often", retryAfter(ctx, wait));
            Answers.notice(ctx, 429, NoticePage.Kind.BUSY, often);
        } else if (drop(clue.get())) {
            Answers.send(ctx, 201, Json.object().put("status", "received").build());
        } else {
            ctx.header("Retry-After", String.valueOf(FULL_RETRY_SECONDS));
            Answers.notice(ctx, 503, NoticePage.Kind.BUSY, pages.frame().words().say("hold.clue-busy"));
        }
    }

    /** False when the box is full or the disk is. */
    private boolean drop(Clue clue) {
        try {
            return box.get().orElseThrow().drop(clue);
        } catch (StoreFault notWritten) {
            return false;
        }
    }

    private static long retryAfter(Context ctx, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        ctx.header("Retry-After", String.valueOf(seconds));
        return seconds;
    }

    private static Json json(byte[] body) {
        try {
            return JsonText.parse(body);
        } catch (JsonFault fault) {
            throw new Refusal(400, NoticePage.Kind.UNREADABLE);
        }
    }

    private void requireBox() {
        if (box.get().isEmpty()) {
            throw new Refusal(404, NoticePage.Kind.CLUES_SHUT);
        }
    }

    private void show(Context ctx, int status, Filled filled, Map<String, String> faults, Optional<String> hold) {
        pages.send(ctx, status, page(ctx, filled, faults, hold, false));
    }

    private Map<String, String> translated(Context ctx, Map<String, String> faults) {
        Map<String, String> said = new LinkedHashMap<>();
        faults.forEach((field, fault) -> said.put(field, pages.in(ctx).faults().say(fault)));
        return said;
    }

    private CluePage page(
            Context ctx, Filled filled, Map<String, String> faults, Optional<String> hold, boolean received) {
        Tongue tongue = pages.in(ctx);
        return new CluePage(tongue.frame(), tongue.places(), filled, faults, hold, received, Clue.LONGEST_TEXT);
    }
}
