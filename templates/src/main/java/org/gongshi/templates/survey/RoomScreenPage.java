package org.gongshi.templates.survey;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.satisfaction.Audience;

/**
 * What a teacher sees of a computer room (教师屏): which seats have sent their sheet, never what it says.
 *
 * @param number eight digits that pupils type
 * @param address where pupils type them
 * @param seats in order, from seat 1
 */
public record RoomScreenPage(SurveyFrame frame, Audience audience, String number, String address, List<State> seats)
        implements SurveyPage {
    private static final int REFRESH_SECONDS = 8;

    public RoomScreenPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(audience, "audience");
        Require.that(number.matches("[0-9]{8}"), "a room's number has eight digits");
        Require.text(address, "address");
        seats = List.copyOf(seats);
    }

    /** What has become of a seat. */
    public enum State {
        FREE("free"),
        TAKEN("taken"),
        RECEIVED("received");

        private final String key;

        State(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    @Override
    public String title() {
        return words().say("room.screen.title", count(State.RECEIVED), seats.size());
    }

    @Override
    public String template() {
        return "survey/roomScreen.jte";
    }

    /** Without a script the browser looks again by itself. */
    @Override
    public int refreshSeconds() {
        return REFRESH_SECONDS;
    }

    public long count(State state) {
        return seats.stream().filter(state::equals).count();
    }

    /** In two groups, as it is read aloud. */
    public String spoken() {
        return number.substring(0, 4) + " " + number.substring(4);
    }
}
