package org.gongshi.survey.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.access.CodeMint;
import org.gongshi.survey.round.Room;
import org.gongshi.templates.survey.RoomScreenPage.State;

/**
 * The computer rooms that teachers have opened (已打开的机房), in memory alone: which seat was taken is nowhere written, that a
 * seat's code is spent stands with the codes, and nothing of either comes near the answers. After a restart a teacher opens
 * the room again and it has the same number. Thread-safe.
 */
final class OpenRooms {
    private static final int MOST = 5_000;
    private static final Duration LIFE = Duration.ofHours(12);
    private static final int MOST_ATTEMPTS = 20;

    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Open> byHandle = new LinkedHashMap<>();
    private final Map<String, Open> byNumber = new HashMap<>();
    private final Map<String, Place> bySeat = new HashMap<>();

    OpenRooms(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    private record Open(String handle, String number, Room room, State[] states, long until) {}

    private record Place(Open open, int seat) {}

    /** A room as its teacher sees it. */
    record View(Audience audience, String number, List<State> seats) {}

    /** What becomes of a pupil who comes to a seat. */
    sealed interface Seated {
        record NoRoom() implements Seated {}

        record NoSeat(int most) implements Seated {}

        /** Somebody has come here before and did not say that it is the same pupil. */
        record Taken() implements Seated {}

        record Received() implements Seated {}

        /** The seat's code goes into the form. */
        record Here(Audience audience, String code) implements Seated {}
    }

    /** Opens a room, or finds it open; what its seats have sent before is known already. Returns the screen's handle. */
    synchronized String open(Room room) {
        forgetOld();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String number = CodeMint.roomNumber(room.teacher(), attempt);
            Open there = byNumber.get(number);
            if (there == null) {
                return add(number, room).handle();
            }
            if (there.room().teacher().equals(room.teacher())) {
                return there.handle();
            }
        }
        throw new Refusal(503, org.gongshi.templates.survey.NoticePage.Kind.BUSY);
    }

    private Open add(String number, Room room) {
        var states = new State[room.seats().size()];
        for (int seat = 0; seat < states.length; seat++) {
            states[seat] = room.seats().get(seat).spent() ? State.RECEIVED : State.FREE;
        }
        var open = new Open(Nonces.fresh(random), number, room, states, clock.millis() + LIFE.toMillis());
        byHandle.put(open.handle(), open);
        byNumber.put(number, open);
        for (int seat = 0; seat < states.length; seat++) {
            bySeat.put(room.seats().get(seat).code().value(), new Place(open, seat));
        }
        return open;
    }

    synchronized Optional<View> view(String handle) {
        return Optional.ofNullable(byHandle.get(handle))
                .map(open -> new View(open.room().stratum().audience(), open.number(), List.of(open.states())));
    }

    /** @param again whether the pupil says that it was the same one before */
    synchronized Seated sit(String number, int seat, boolean again) {
        Open open = byNumber.get(number);
        if (open == null) {
            return new Seated.NoRoom();
        }
        if (seat < 1 || seat > open.states().length) {
            return new Seated.NoSeat(open.states().length);
        }
        State state = open.states()[seat - 1];
        if (state == State.RECEIVED) {
            return new Seated.Received();
        }
        if (state == State.TAKEN && !again) {
            return new Seated.Taken();
        }
        open.states()[seat - 1] = State.TAKEN;
        return new Seated.Here(
                open.room().stratum().audience(),
                open.room().seats().get(seat - 1).code().value());
    }

    /** A sheet was kept with that code; codes of no seat of an open room are nothing to it. */
    synchronized void received(String code) {
        Place place = bySeat.get(code);
        if (place != null) {
            place.open().states()[place.seat()] = State.RECEIVED;
        }
    }

    private void forgetOld() {
        List<Open> old = new ArrayList<>();
        for (Open open : byHandle.values()) {
            if (open.until() < clock.millis() || byHandle.size() - old.size() >= MOST) {
                old.add(open);
            }
        }
        for (Open open : old) {
            byHandle.remove(open.handle());
            byNumber.remove(open.number());
            open.room().seats().forEach(seat -> bySeat.remove(seat.code().value()));
        }
    }
}
