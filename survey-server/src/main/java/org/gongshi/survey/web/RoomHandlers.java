package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.round.Room;
import org.gongshi.templates.survey.Field;
import org.gongshi.templates.survey.Filled;
import org.gongshi.templates.survey.NoticePage;
import org.gongshi.templates.survey.RoomJoinPage;
import org.gongshi.templates.survey.RoomOpenPage;
import org.gongshi.templates.survey.RoomScreenPage;

/** Computer rooms (机房): the teacher's screen, and the door for pupils. Right numbers are never slowed, however many. */
final class RoomHandlers {
    private static final String AGAIN = "again";
    private static final Pattern SEAT = Pattern.compile("[0-9]{1,2}");

    private final Collaborators house;
    private final Desk desk;
    private final Origins origins;
    private final Pages pages;
    private final PageHandlers forms;
    private final OpenRooms rooms;

    RoomHandlers(Collaborators house, Desk desk, Origins origins, Pages pages, PageHandlers forms, OpenRooms rooms) {
        this.house = house;
        this.desk = desk;
        this.origins = origins;
        this.pages = pages;
        this.forms = forms;
        this.rooms = rooms;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/room", this::door),
                Route.post("/room", this::join),
                Route.get("/room/open", this::teacher),
                Route.post("/room/open", this::open),
                Route.get("/room/screen/{handle}", this::screen));
    }

    private void teacher(Context ctx) {
        if (!forms.refuseShut(ctx)) {
            pages.send(ctx, 200, new RoomOpenPage(pages.frame(ctx), Optional.empty()));
        }
    }

    private void open(Context ctx) {
        origins.refuseForeign(ctx);
        Filled filled = FormBody.parse(Bodies.read(ctx, Bodies.FORM));
        if (forms.refuseShut(ctx)) {
            return;
        }
        Optional<Room> room = house.codes()
                .apply(filled.text(Field.CODE))
                .flatMap(code -> house.rooms().apply(code));
        if (room.isPresent()) {
            ctx.status(303)
                    .header("Location", pages.frame(ctx).to("/room/screen/" + rooms.open(room.get())))
                    .header("Cache-Control", "no-store");
        } else {
            guessed(
                    ctx,
                    wrong -> new RoomOpenPage(pages.frame(ctx), Optional.of(wrong)),
                    pages.in(ctx).say("room.open.wrong"));
        }
    }

    private void screen(Context ctx) {
        OpenRooms.View view =
                rooms.view(ctx.pathParam("handle")).orElseThrow(() -> new Refusal(404, NoticePage.Kind.ROOM_GONE));
        String base = house.baseUrl().toString();
        String address = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/room";
        pages.send(
                ctx, 200, new RoomScreenPage(pages.frame(ctx), view.audience(), view.number(), address, view.seats()));
    }

    private void door(Context ctx) {
        if (!forms.refuseShut(ctx)) {
            pages.send(ctx, 200, new RoomJoinPage(pages.frame(ctx), Filled.NOTHING, Optional.empty(), false));
        }
    }

    private void join(Context ctx) {
        origins.refuseForeign(ctx);
        Filled filled = FormBody.parse(Bodies.read(ctx, Bodies.FORM));
        if (forms.refuseShut(ctx)) {
            return;
        }
        String number = plain(filled.text(Field.ROOM));
        String seat = plain(filled.text(Field.SEAT));
        int wanted = SEAT.matcher(seat).matches() ? Integer.parseInt(seat) : 0;
        OpenRooms.Seated seated =
                rooms.sit(number, wanted, filled.text(Field.STEP).equals(AGAIN));
        if (seated instanceof OpenRooms.Seated.Here here) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            fields.put(Field.WAY, List.of(Field.BY_CODE));
            fields.put(Field.CODE, List.of(here.code()));
            fields.put(Field.SEAT, List.of(number + "-" + wanted));
            forms.fresh(ctx, here.audience(), new Filled(fields));
        } else if (seated instanceof OpenRooms.Seated.NoRoom) {
            guessed(
                    ctx,
                    wrong -> new RoomJoinPage(pages.frame(ctx), filled, Optional.of(wrong), false),
                    pages.in(ctx).say("room.join.unknown"));
        } else {
            refused(ctx, filled, seated);
        }
    }

    private void refused(Context ctx, Filled filled, OpenRooms.Seated seated) {
        boolean taken = seated instanceof OpenRooms.Seated.Taken;
        String fault = seated instanceof OpenRooms.Seated.NoSeat none
                ? pages.in(ctx).say("room.join.seat", none.most())
                : pages.in(ctx).say(taken ? "room.join.taken" : "room.join.received");
        pages.send(ctx, taken ? 409 : 422, new RoomJoinPage(pages.frame(ctx), filled, Optional.of(fault), taken));
    }

    /** What a page makes of a fault in words. */
    private interface Told {
        org.gongshi.templates.survey.SurveyPage page(String fault);
    }

    /** A number that is none counts as a guess, like a wrong access code. */
    private void guessed(Context ctx, Told told, String fault) {
        List<FieldFault> faults = List.of(new FieldFault(Field.CODE, SubmissionReader.WRONG_CODE));
        ctx.future(() -> desk.guessed(ctx, faults).thenAccept(outcome -> {
            if (outcome instanceof Desk.Outcome.Guessing guessing) {
                long seconds = Math.max(1, guessing.pause().toSeconds());
                ctx.header("Retry-After", String.valueOf(seconds));
                pages.send(ctx, 429, told.page(pages.in(ctx).say("hold.guessing", seconds)));
            } else {
                pages.send(ctx, 422, told.page(fault));
            }
        }));
    }

    private static String plain(String typed) {
        List<String> digits = new ArrayList<>();
        java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> point >= '0' && point <= '9')
                .forEach(point -> digits.add(Character.toString(point)));
        return String.join("", digits);
    }
}
