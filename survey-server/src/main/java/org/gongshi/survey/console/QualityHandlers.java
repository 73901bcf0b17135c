package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Assurance;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Stratum;
import org.gongshi.templates.office.QualityPage;

/** Shares of flagged sheets (质量标记), after the close. */
final class QualityHandlers {
    private final House house;
    private final Frames frames;
    private final ClosedSheets sheets;

    QualityHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.sheets = new ClosedSheets(house);
    }

    List<Route> routes() {
        return List.of(Route.get("/office/quality", Action.SEE_QUALITY, this::show));
    }

    private Answer show(Visit visit) {
        boolean ready = sheets.areThere();
        List<String> flags = Arrays.stream(QualityFlag.values())
                .map(flag -> frames.words().say("quality.flag." + flag.key()))
                .toList();
        return Answer.page(new QualityPage(frames.frame(visit, "quality"), ready, flags, ready ? lines() : List.of()));
    }

    private List<QualityPage.Line> lines() {
        Map<Assurance, Map<Stratum, ClosedSheets.Flags>> flags = sheets.flags();
        List<QualityPage.Line> lines = new ArrayList<>();
        for (Assurance assurance : Assurance.values()) {
            // The sample is asked for by the plan; a way that nobody used needs no lines.
            if (assurance.isOfTheSample() || flags.containsKey(assurance)) {
                lines.addAll(lines(assurance, flags.getOrDefault(assurance, Map.of())));
            }
        }
        return lines;
    }

    private List<QualityPage.Line> lines(Assurance assurance, Map<Stratum, ClosedSheets.Flags> flags) {
        List<QualityPage.Line> lines = new ArrayList<>();
        for (Place place : house.content().places()) {
            for (Audience audience : Audience.values()) {
                var found = Optional.ofNullable(flags.get(new Stratum(place.code(), audience, Optional.empty())));
                OptionalLong shown =
                        ShownCount.of(found.map(ClosedSheets.Flags::sheets).orElse(0L));
                lines.add(new QualityPage.Line(
                        place.name(),
                        audience.label(),
                        assurance.label(),
                        shown.isPresent()
                                ? String.format(Locale.ROOT, "%,d", shown.getAsLong())
                                : frames.words().say("progress.few"),
                        Arrays.stream(QualityFlag.values())
                                .map(flag -> share(found, shown, flag))
                                .toList()));
            }
        }
        return lines;
    }

    private String share(Optional<ClosedSheets.Flags> flags, OptionalLong shown, QualityFlag flag) {
        return shown.isPresent()
                ? frames.words().say("results.percent", flags.orElseThrow().percent(flag))
                : frames.words().say("progress.unknown");
    }
}
