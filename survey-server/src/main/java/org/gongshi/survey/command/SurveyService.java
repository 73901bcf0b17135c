package org.gongshi.survey.command;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.OpenDoor;
import org.gongshi.survey.clue.ClueFault;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.control.ControlServer;
import org.gongshi.survey.intake.Intake;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.Writer;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.web.Collaborators;
import org.gongshi.survey.web.Limits;
import org.gongshi.survey.web.LiveStatus;
import org.gongshi.survey.web.OpenLinkRules;
import org.gongshi.survey.web.SurveyApp;
import org.gongshi.survey.web.SurveyState;

/** A running survey (调查服务): the round, the web before it, the operator's socket beside it. */
public final class SurveyService implements AutoCloseable {
    private final SurveyRound round;
    private final ControlServer control;
    private final SurveyApp app;
    private final Optional<OfficeService> office;

    private SurveyService(SurveyRound round, ControlServer control, SurveyApp app, Optional<OfficeService> office) {
        this.office = office;
        this.round = round;
        this.control = control;
        this.app = app;
    }

    /**
     * Starts to serve a round on an address of this machine; port 0 takes a free one. The round belongs to the service
     * from now on, also when starting fails.
     *
     * @throws org.gongshi.survey.round.RoundFault when the content cannot be read or differs from what was locked
     */
    public static SurveyService start(
            SurveyRound round, SurveyFiles files, SurveyFolder content, String host, int port, URI baseUrl) {
        return start(round, files, content, ServeSettings.plain(host, port, baseUrl));
    }

    /** The same for a demonstration's own thousands of answers: the open link asks for no riddle. */
    public static SurveyService startWithFreeOpenLink(
            SurveyRound round, SurveyFiles files, SurveyFolder content, String host, int port, URI baseUrl) {
        return whole(
                round,
                files,
                content,
                ServeSettings.plain(host, port, baseUrl),
                Optional.empty(),
                intake -> intake,
                Optional::empty);
    }

    /** The same with all settings. */
    public static SurveyService start(
            SurveyRound round, SurveyFiles files, SurveyFolder content, ServeSettings settings) {
        return whole(round, files, content, settings, round.openDoor(), intake -> intake, Optional::empty);
    }

    /** The same around another way in, for measuring what the way in costs; the open link asks for no riddle. */
    public static SurveyService start(
            SurveyRound round,
            SurveyFiles files,
            SurveyFolder content,
            ServeSettings settings,
            UnaryOperator<Intake> around) {
        return whole(round, files, content, settings, Optional.empty(), around, Optional::empty);
    }

    /** The same with the office's console. */
    static SurveyService withOffice(
            SurveyRound round,
            SurveyFiles files,
            SurveyFolder content,
            ServeSettings settings,
            Supplier<OfficeService> console) {
        return whole(
                round, files, content, settings, round.openDoor(), intake -> intake, () -> Optional.of(console.get()));
    }

    /** All that can be chosen. */
    static SurveyService whole(
            SurveyRound round,
            SurveyFiles files,
            SurveyFolder content,
            ServeSettings settings,
            Optional<OpenDoor> openDoor,
            UnaryOperator<Intake> around,
            Supplier<Optional<OfficeService>> console) {
        Optional<OfficeService> office = Optional.empty();
        try {
            office = console.get();
            openClues(round, settings);
            var app = new SurveyApp(
                    house(round, content, settings, openDoor, around),
                    round::clueBox,
                    office.map(OfficeService::console));
            ControlServer control = ControlServer.start(files.folder(), round);
            return new SurveyService(round, control, app, office).listen(settings.host(), settings.port());
        } catch (RuntimeException fault) {
            office.ifPresent(OfficeService::close);
            round.close();
            throw fault;
        }
    }

    /** The port it listens on. */
    public int port() {
        return app.port();
    }

    public SurveyRound round() {
        return round;
    }

    /** Path of the page on which the console's first account is made; empty when there is one. */
    Optional<String> setup() {
        return office.flatMap(OfficeService::setup);
    }

    /** Takes no new request, finishes those under way, keeps what waits, lets go of the data folder. */
    @Override
    public void close() {
        try {
            app.stop();
        } finally {
            // Whatever became of the connections: what waits is kept, and the folder is let go of.
            office.ifPresent(OfficeService::close);
            control.close();
            round.close();
        }
    }

    private SurveyService listen(String host, int port) {
        try {
            app.start(host, port);
            return this;
        } catch (RuntimeException fault) {
            control.close();
            throw new RoundFault("无法在 " + host + ":" + port + " 监听：端口已被占用，或地址不属于本机");
        }
    }

    private static Collaborators house(
            SurveyRound round,
            SurveyFolder content,
            ServeSettings settings,
            Optional<OpenDoor> openDoor,
            UnaryOperator<Intake> around) {
        // A league may evaluate its banners without a survey of its own: then there is only the office.
        Optional<LockedForms> forms =
                content.isSurveyed(round.round()) ? Optional.of(round.showForms()) : Optional.empty();
        return new Collaborators(
                around.apply(round.intake()),
                forms.map(LockedForms::questionnaires).orElse(Map.of()),
                forms.map(LockedForms::plan),
                content.round(round.round()).title(),
                content.places(round.round()),
                content.site(),
                () -> state(round.state()),
                () -> new LiveStatus(round.isWell(), round.waiting(), Writer.QUEUE, round.figures()),
                new Receipts(round),
                typed -> AccessCode.parse(typed).map(AccessCode::value),
                Clock.systemUTC(),
                new SecureRandom(),
                code -> AccessCode.parse(code).flatMap(round::room),
                openDoor,
                OpenLinkRules.USUAL,
                settings.baseUrl(),
                Limits.USUAL.behind(settings.trustedProxy()),
                forms.map(LockedForms::translations).orElse(List.of()));
    }

    private static void openClues(SurveyRound round, ServeSettings settings) {
        if (round.isGone()) {
            return;
        }
        try {
            settings.clueKey().map(ClueKey::read).ifPresent(round::clues);
        } catch (ClueFault fault) {
            throw new RoundFault(fault.getMessage());
        }
    }

    private static SurveyState state(RoundState state) {
        return switch (state) {
            case PREPARED -> SurveyState.NOT_YET_OPEN;
            case OPEN -> SurveyState.OPEN;
            case CLOSED, RELEASED -> SurveyState.CLOSED;
        };
    }
}
