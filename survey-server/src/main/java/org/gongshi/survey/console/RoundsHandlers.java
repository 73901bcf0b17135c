package org.gongshi.survey.console;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;

/** Going on with another round of the content (转到另一轮): never while its survey is open, for then it could not be answered. */
final class RoundsHandlers {
    private final House house;
    private final Frames frames;

    RoundsHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(Route.post("/office/rounds/{year}/{organizer}", Action.SWITCH_ROUND, this::go));
    }

    private Answer go(Visit visit) {
        String wanted = visit.request().parts().get("year") + "/"
                + visit.request().parts().get("organizer");
        RoundKey key = house.rounds().all().stream()
                .map(Rounds.Line::key)
                .filter(one -> one.toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
        if (key.equals(house.round().round())) {
            throw new RoundFault("现在办理的就是这一轮");
        }
        if (house.round().state() == RoundState.OPEN) {
            throw new RoundFault("本轮调查正在进行，结束之后才能转到别的一轮，否则群众打不开问卷");
        }
        house.rounds().switchTo(key);
        return frames.message(200, visit, "switching", List.of(wanted)).about("转到 " + wanted);
    }
}
