package org.gongshi.generator.compose;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;

/** The counties of a place (第十六条): the second tier's own round of the same year, where it has published anything. */
final class CountiesComposer {
    private final Composition site;
    private final RoundView round;

    CountiesComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    /** The round that the place itself holds over its counties. */
    Optional<RoundView> held(PlaceCode place) {
        return site.heldBelow(round).stream()
                .filter(other -> other.key().organizer().equals(place))
                .findFirst();
    }

    BlocksPage page(PlaceCode place, RoundView counties) {
        String answer = site.say(
                "counties.answer", round.name(place), counties.reports().size(), counties.placesLabel());
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().counties(round.key(), place),
                        site.say(
                                "counties.title",
                                round.name(place),
                                counties.placesLabel(),
                                round.key().year()),
                        answer)
                .in("round")
                .under(site.trail(round, round.placeLink(place)))
                .beside(round.local())
                .withData();
        Block table = new Block.Table(
                "counties",
                site.say("scores.caption"),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.number(site.say("scores.score")),
                        Block.Column.text(site.say("scores.grade")),
                        Block.Column.text(site.say("scores.published"))),
                counties.reports().stream()
                        .map(report -> Block.Row.of(
                                Block.Cell.link(counties.placeLink(
                                        report.dossier().place().code())),
                                Block.Cell.number(
                                        report.weightedScore().shown(),
                                        report.weightedScore().exact()),
                                Block.Cell.grade(report.grade()),
                                Block.Cell.of(report.publishedOn())))
                        .toList(),
                true);
        return new BlocksPage(
                draft.column(site.say("meta.type.disclosure")),
                List.of(BlocksPage.Section.lead(
                        new Block.Paragraph(answer, Block.Tone.ANSWER),
                        new Block.Tiles(new RoundComposer(site, counties).tiles()),
                        table,
                        new Block.Links(List.of(counties.link(), site.organizerLink(counties))))),
                false);
    }
}
