package org.gongshi.templates.survey;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a teacher opens a computer room (打开机房).
 *
 * @param fault what is wrong with the code; empty at first
 */
public record RoomOpenPage(SurveyFrame frame, Optional<String> fault) implements SurveyPage {
    public RoomOpenPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(fault, "fault");
    }

    @Override
    public String title() {
        return words().say("room.open.title");
    }

    @Override
    public String template() {
        return "survey/roomOpen.jte";
    }
}
