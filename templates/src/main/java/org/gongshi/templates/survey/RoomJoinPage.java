package org.gongshi.templates.survey;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a pupil in a computer room says which seat it is (机房入口).
 *
 * @param filled room number and seat as typed
 * @param fault what is wrong with them; empty at first
 * @param taken whether somebody has come to this seat before and the pupil is asked to say so
 */
public record RoomJoinPage(SurveyFrame frame, Filled filled, Optional<String> fault, boolean taken)
        implements SurveyPage {
    public RoomJoinPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(fault, "fault");
    }

    @Override
    public String title() {
        return words().say("room.join.title");
    }

    @Override
    public String template() {
        return "survey/roomJoin.jte";
    }
}
