package org.gongshi.survey.console;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;

/**
 * All that the console needs from the rest of the house.
 *
 * @param random unpredictable bits
 * @param baseUrl where the survey is reached from outside; printed on slips, and by https it makes cookies secure
 * @param rounds the other rounds of the content
 */
public record House(
        Office office,
        SurveyRound round,
        SurveyFiles files,
        RoundContent content,
        Clock clock,
        SecureRandom random,
        URI baseUrl,
        Rounds rounds) {
    /** Moments are told as everybody here reads them. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    public House {
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(rounds, "rounds");
    }

    static String moment(OffsetDateTime moment) {
        return MOMENT.format(moment.withOffsetSameInstant(ZONE));
    }

    /** Today, but never before the close: a clock that was set back. */
    LocalDate today() {
        return round.record()
                .notBeforeClose(LocalDateTime.ofInstant(clock.instant(), ZONE).toLocalDate());
    }

    /** How the generator's commands are told of the content and of the round that is worked on. */
    List<String> generatorOptions() {
        return List.of(
                "--content",
                content.root().toString(),
                "--year",
                round.round().year().toString(),
                "--organizer",
                round.round().organizer().value());
    }

    /** Whether cookies may travel by https alone. */
    public boolean isSecure() {
        return "https".equals(baseUrl.getScheme());
    }
}
