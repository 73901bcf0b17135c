package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.Dumbbell;

/** The surveys of two years beside each other (两年满意度): indices with their intervals, and changes where the years are comparable. */
final class CompareSurvey {
    private final Composition site;
    private final YearPair pair;
    private final String years;

    /** @param years both, as titles print them */
    CompareSurvey(Composition site, YearPair pair, String years) {
        this.site = site;
        this.pair = pair;
        this.years = years;
    }

    /** Every audience for itself: figures as they were released, then their changes. */
    Optional<BlocksPage.Section> section() {
        List<Block> blocks = new ArrayList<>();
        for (Dumbbell chart : dumbbells()) {
            blocks.add(new Block.Drawing(chart));
            blocks.add(table(chart));
        }
        blocks.addAll(changes());
        blocks.add(new Block.Paragraph(site.say("compare.survey.note"), Block.Tone.NOTE));
        return blocks.size() == 1
                ? Optional.empty()
                : Optional.of(new BlocksPage.Section("survey", Optional.of(site.say("compare.survey")), blocks));
    }

    /** The indices of both years, a chart for each audience that was asked in both. */
    List<Dumbbell> dumbbells() {
        List<Dumbbell> charts = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<Dumbbell.Row> rows = new ArrayList<>();
            row(site.say("survey.whole"), pair.after().key().organizer(), audience)
                    .ifPresent(rows::add);
            pair.places()
                    .forEach(one -> row(pair.after().name(one.place()), one.place(), audience)
                            .ifPresent(rows::add));
            if (!rows.isEmpty()) {
                charts.add(dumbbell(audience, rows));
            }
        }
        return charts;
    }

    private Optional<Dumbbell.Row> row(String label, PlaceCode place, Audience audience) {
        Optional<AudienceResult> then = pair.before().published().results().flatMap(all -> all.find(place, audience));
        Optional<AudienceResult> now = pair.after().published().results().flatMap(all -> all.find(place, audience));
        return then.isEmpty() || now.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dumbbell.Row(
                        label,
                        SurveyFigures.of(then.get().index(), ""),
                        SurveyFigures.of(now.get().index(), "")));
    }

    private Dumbbell dumbbell(Audience audience, List<Dumbbell.Row> rows) {
        String described = String.join(
                "；",
                rows.stream()
                        .map(row -> row.label() + " " + row.before().shown() + " → "
                                + row.after().shown())
                        .toList());
        return new Dumbbell(
                new ChartText(
                        "dumbbell-" + audience.key(),
                        site.say("compare.survey.chart", audience.label(), years),
                        described,
                        "survey-" + audience.key()),
                SurveyFigures.scale(rows.stream()
                        .flatMap(row -> Stream.of(row.before(), row.after()))
                        .toList()),
                pair.before().key().year().toString(),
                pair.after().key().year().toString(),
                site.say("survey.key"),
                rows);
    }

    /** The change of every index with its interval; for an audience whose years differ, in what. */
    private List<Block> changes() {
        var changes = new SurveyChanges(pair.before(), pair.after());
        List<Block> blocks = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<Block.Row> rows = new ArrayList<>();
            change(changes, site.say("survey.whole"), pair.after().key().organizer(), audience)
                    .ifPresent(rows::add);
            pair.places()
                    .forEach(one -> change(changes, pair.after().name(one.place()), one.place(), audience)
                            .ifPresent(rows::add));
            if (!rows.isEmpty()) {
                blocks.add(changes(audience, rows));
            } else if (row("", pair.after().key().organizer(), audience).isPresent()
                    && !changes.differences(audience).isEmpty()) {
                String what = String.join("、", changes.differences(audience));
                blocks.add(new Block.Paragraph(
                        site.say("compare.survey.notComparable", audience.label(), what), Block.Tone.NOTE));
            }
        }
        return blocks;
    }

    private Block changes(Audience audience, List<Block.Row> rows) {
        return new Block.Table(
                "survey-change-" + audience.key(),
                site.say("compare.survey.change", audience.label(), years),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.number(site.say("compare.survey.points")),
                        Block.Column.number(site.say("compare.survey.interval")),
                        Block.Column.text(site.say("compare.survey.reading"))),
                rows,
                true);
    }

    private Optional<Block.Row> change(SurveyChanges changes, String label, PlaceCode place, Audience audience) {
        return changes.change(place, audience)
                .map(change -> Block.Row.of(
                        Block.Cell.of(label),
                        Block.Cell.of(signed(change.difference())),
                        Block.Cell.of(site.say(
                                "compare.survey.ends",
                                signed(change.interval().low()),
                                signed(change.interval().high()))),
                        Block.Cell.of(site.say(
                                change.mayBeNone()
                                        ? "compare.survey.none"
                                        : change.difference().signum() > 0
                                                ? "compare.survey.up"
                                                : "compare.survey.down"))));
    }

    static String signed(BigDecimal points) {
        return points.signum() > 0
                ? "+" + points.toPlainString()
                : points.toPlainString().replace("-", "−");
    }

    private Block table(Dumbbell chart) {
        return new Block.Table(
                chart.text().table(),
                chart.text().title(),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.number(chart.before()),
                        Block.Column.number(chart.after())),
                chart.rows().stream()
                        .map(row -> Block.Row.of(
                                Block.Cell.of(row.label()),
                                Block.Cell.of(SurveyFigures.told(row.before())),
                                Block.Cell.of(SurveyFigures.told(row.after()))))
                        .toList(),
                true);
    }
}
