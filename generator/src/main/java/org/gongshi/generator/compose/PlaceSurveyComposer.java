package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.templates.site.Fact;
import org.gongshi.templates.site.IntervalChart;
import org.gongshi.templates.site.PlaceSurveyPage;

/** Released results of one place become a page, question by question. */
final class PlaceSurveyComposer {
    private final Composition site;
    private final RoundView round;
    private final ReleasedResults results;
    private final PlaceCode place;

    PlaceSurveyComposer(Composition site, RoundView round, ReleasedResults results, PlaceCode place) {
        this.site = site;
        this.round = round;
        this.results = results;
        this.place = place;
    }

    /** Empty when nothing was released about the place. */
    Optional<PlaceSurveyPage> survey() {
        List<PlaceSurveyPage.Section> sections = Arrays.stream(Audience.values())
                .flatMap(audience -> section(audience).stream())
                .toList();
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        String title = site.say("survey.place.title", round.name(place), round.title());
        Frames.Draft draft = site.frames()
                .page(site.paths().placeSurvey(round.key(), place), title, site.say("survey.place.description", title))
                .in("survey")
                .under(site.trail(round, round.part("survey")))
                .beside(round.local())
                .withData();
        return Optional.of(new PlaceSurveyPage(
                draft.article(SatisfactionComposer.document(site, round, results)),
                SatisfactionComposer.chart(
                        site, "survey-index", site.say("survey.chart.place", round.name(place)), indices()),
                sections,
                round.part("survey"),
                round.part(MethodComposer.PART)));
    }

    private List<IntervalChart.Row> indices() {
        List<IntervalChart.Row> rows = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            results.find(place, audience)
                    .ifPresent(result ->
                            rows.add(new IntervalChart.Row(audience.label(), SurveyFigures.of(result.index(), ""))));
        }
        return rows;
    }

    private Optional<PlaceSurveyPage.Section> section(Audience audience) {
        List<AudienceResult> all = results.results().stream()
                .filter(result -> result.place().equals(place) && result.audience() == audience)
                .toList();
        Optional<Questionnaire> questionnaire =
                Optional.ofNullable(round.published().questionnaires().get(audience));
        Optional<AudienceResult> sample = results.find(place, audience);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlaceSurveyPage.Section(
                audience.key(),
                audience.label(),
                sample.map(this::facts).orElse(List.of()),
                all.stream().map(this::stage).toList(),
                questionnaire
                        .map(one -> one.scale().stream().map(Option::label).toList())
                        .orElse(List.of()),
                sample.flatMap(result -> questionnaire.map(one -> items(result, one)))
                        .orElse(List.of())));
    }

    private List<Fact> facts(AudienceResult result) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(
                        site.say("survey.population"),
                        result.population() == 0 ? TraceComposer.NOT_APPLICABLE : Long.toString(result.population())),
                new Fact(site.say("survey.invited"), Long.toString(result.invited())),
                new Fact(site.say("survey.responded"), SatisfactionComposer.responded(result)),
                new Fact(site.say("survey.rate"), SatisfactionComposer.rate(result))));
        facts.addAll(new DeviationComposer(site, round, results).facts(place, result.audience()));
        return facts;
    }

    private PlaceSurveyPage.Stage stage(AudienceResult result) {
        String label = result.mode().infers()
                ? result.stage().map(stage -> stage.label()).orElse(site.say("survey.together"))
                : result.mode().label();
        return new PlaceSurveyPage.Stage(
                label,
                SatisfactionComposer.responded(result),
                SatisfactionComposer.rate(result),
                SurveyFigures.of(result.index(), ""),
                SurveyFigures.of(result.satisfied(), "%"));
    }

    private static List<PlaceSurveyPage.Item> items(AudienceResult result, Questionnaire questionnaire) {
        List<PlaceSurveyPage.Item> items = new ArrayList<>();
        for (ItemResult item : result.items()) {
            String text = questionnaire.find(item.code()).map(Question::text).orElse("");
            items.add(new PlaceSurveyPage.Item(
                    item.code(),
                    text,
                    SurveyFigures.of(item.mean(), ""),
                    SurveyFigures.of(item.satisfied(), "%"),
                    parts(item.shares(), questionnaire.scale()),
                    item.dontKnow().map(Share::shown).orElse(SurveyFigures.WITHHELD)));
        }
        return items;
    }

    /** The options in the order of the scale, best first; none when the shares are withheld. */
    private static List<PlaceSurveyPage.Part> parts(Map<Integer, Share> shares, List<Option> scale) {
        List<PlaceSurveyPage.Part> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < scale.size() && !shares.isEmpty(); i++) {
            Option option = scale.get(i);
            Share share = shares.getOrDefault(option.value(), new Share(Share.Bound.ABOUT, 0));
            int level = 1 + i * 4 / Math.max(1, scale.size() - 1);
            // Rounded shares may add up to 101: the drawing ends at its edge.
            int width = Math.min(share.percent(), 100 - start);
            parts.add(new PlaceSurveyPage.Part(option.label(), share.shown(), width, start, level));
            start += width;
        }
        return parts;
    }
}
