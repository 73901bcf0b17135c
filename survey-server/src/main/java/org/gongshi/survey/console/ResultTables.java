package org.gongshi.survey.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.office.ResultsPage;

/** Released rows as tables (结果表): the rows of {@code results.json}, with nothing added and nothing taken away. */
final class ResultTables {
    private static final BigDecimal HALF = new BigDecimal("0.4");

    private final Wording words;
    private final List<Place> places;

    ResultTables(Wording words, RoundContent content) {
        this.words = Objects.requireNonNull(words, "words");
        this.places = content.places();
    }

    List<ResultsPage.Group> groups(ReleasedResults results) {
        List<ResultsPage.Group> groups = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            for (AudienceResult.Mode mode : AudienceResult.Mode.values()) {
                List<ResultsPage.Line> lines = results.results().stream()
                        .filter(row -> row.audience() == audience && row.mode() == mode)
                        .map(this::line)
                        .toList();
                if (!lines.isEmpty()) {
                    groups.add(new ResultsPage.Group(audience.label() + " · " + mode.label(), lines));
                }
            }
        }
        return groups;
    }

    private ResultsPage.Line line(AudienceResult row) {
        String stage =
                row.stage().map(SchoolStage::label).map(label -> " · " + label).orElse("");
        return new ResultsPage.Line(
                name(row.place()) + stage,
                row.responded().map(Object::toString).orElseGet(() -> words.say("results.hidden")),
                row.responseRate()
                        .map(rate -> words.say("results.percent", rate.toPlainString()))
                        .orElseGet(() -> words.say("progress.unknown")),
                text(row.index()),
                bar(row.index()),
                row.satisfied() instanceof Estimate.Shown shown
                        ? words.say("results.percent", shown.shown())
                        : text(row.satisfied()));
    }

    private String name(PlaceCode code) {
        return places.stream()
                .filter(place -> place.code().equals(code))
                .map(Place::name)
                .findFirst()
                .orElseGet(() -> words.say("progress.whole"));
    }

    private String text(Estimate estimate) {
        if (estimate instanceof Estimate.Withheld withheld) {
            return withheld.reason().label();
        }
        var shown = (Estimate.Shown) estimate;
        return shown.interval()
                .map(one -> words.say(
                        "results.interval",
                        shown.shown(),
                        one.low().toPlainString(),
                        one.high().toPlainString()))
                .orElseGet(shown::shown);
    }

    private static Optional<ResultsPage.Bar> bar(Estimate estimate) {
        if (!(estimate instanceof Estimate.Shown shown)) {
            return Optional.empty();
        }
        return shown.interval()
                .map(one -> new ResultsPage.Bar(
                        one.low().toPlainString(),
                        one.high().subtract(one.low()).toPlainString(),
                        shown.value().subtract(HALF).max(BigDecimal.ZERO).toPlainString()));
    }
}
