package org.gongshi.survey.demo;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.site.Site;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.Writer;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.web.Collaborators;
import org.gongshi.survey.web.Limits;
import org.gongshi.survey.web.LiveStatus;
import org.gongshi.survey.web.SurveyApp;
import org.gongshi.survey.web.SurveyState;

/** The real survey server around one survey (演示服务): the same store, writer and web that {@code survey serve} runs. */
public final class DemoServer implements AutoCloseable {
    private final SurveyRound survey;
    private final SurveyApp app;
    private final URI address;

    private DemoServer(SurveyRound survey, SurveyApp app, URI address) {
        this.survey = survey;
        this.app = app;
        this.address = address;
    }

    /**
     * What pages say about the survey.
     *
     * @param places the places of the round
     */
    public record Setting(Round round, List<Place> places, Site site) {
        public Setting {
            Objects.requireNonNull(round, "round");
            places = List.copyOf(places);
            Objects.requireNonNull(site, "site");
        }
    }

    /**
     * Starts to listen; the survey itself is opened by whoever holds it.
     *
     * @param address where to listen: host and port
     */
    public static DemoServer start(SurveyRound survey, Setting setting, Clock clock, SecureRandom random, URI address) {
        LockedForms forms = survey.showForms();
        var house = new Collaborators(
                survey.intake(),
                forms.questionnaires(),
                forms.plan(),
                setting.round().title(),
                setting.places(),
                setting.site(),
                () -> state(survey),
                () -> new LiveStatus(!survey.state().isOver(), survey.waiting(), Writer.QUEUE),
                survey::receipts,
                typed -> AccessCode.parse(typed).map(AccessCode::value),
                clock,
                random,
                address,
                Limits.USUAL);
        SurveyApp app = new SurveyApp(house);
        app.start(address.getHost(), address.getPort());
        return new DemoServer(survey, app, address);
    }

    private static SurveyState state(SurveyRound survey) {
        return switch (survey.state()) {
            case PREPARED -> SurveyState.NOT_YET_OPEN;
            case OPEN -> SurveyState.OPEN;
            case CLOSED, RELEASED -> SurveyState.CLOSED;
        };
    }

    public URI address() {
        return address;
    }

    /** Lets the last requests finish, then lets go of the data folder. */
    @Override
    public void close() {
        app.close();
        survey.close();
    }
}
