package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.Fact;

/**
 * Strata that were not weighted as the locked plan says (偏离方案), with the reason, who decided it and whether results had been seen. Of
 * a place whose report is still awaited it is only said that there is one.
 */
final class DeviationComposer {
    private final Composition site;
    private final RoundView round;
    private final List<Deviation> published;
    private final int awaited;

    DeviationComposer(Composition site, RoundView round, ReleasedResults results) {
        this.site = site;
        this.round = round;
        Set<PlaceCode> places = round.reports().stream()
                .map(report -> report.dossier().place().code())
                .collect(Collectors.toSet());
        this.published = results.deviations().stream()
                .filter(one -> places.contains(one.place()))
                .toList();
        this.awaited = results.deviations().size() - published.size();
    }

    /** The section of the method page; empty when the plan was followed. */
    Optional<BlocksPage.Section> section() {
        if (published.isEmpty() && awaited == 0) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(site.say("deviation.text"), Block.Tone.WARNING));
        if (!published.isEmpty()) {
            blocks.add(new Block.Table(
                    "deviations-table",
                    site.say("deviation.caption"),
                    List.of(
                            Block.Column.text(site.say("deviation.stratum")),
                            Block.Column.number(site.say("survey.population")),
                            Block.Column.text(site.say("deviation.instead")),
                            Block.Column.text(site.say("deviation.reason")),
                            Block.Column.text(site.say("deviation.decided"))),
                    published.stream().map(this::row).toList(),
                    true));
        }
        if (awaited > 0) {
            blocks.add(new Block.Paragraph(site.say("deviation.awaited", awaited), Block.Tone.NOTE));
        }
        blocks.add(new Block.Paragraph(site.say("deviation.note"), Block.Tone.NOTE));
        return Optional.of(new BlocksPage.Section("deviations", Optional.of(site.say("deviation.title")), blocks));
    }

    private Block.Row row(Deviation one) {
        return Block.Row.of(
                Block.Cell.of(stratum(one)),
                Block.Cell.of(one.people()),
                Block.Cell.of(instead(one)),
                Block.Cell.of(one.reason()),
                Block.Cell.of(decided(one)));
    }

    /** One fact for each deviation, for the page of the whole survey. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        published.forEach(one -> facts.add(new Fact(site.say("deviation.title"), stratum(one) + "：" + told(one))));
        if (awaited > 0) {
            facts.add(new Fact(site.say("deviation.title"), site.say("deviation.awaited", awaited)));
        }
        return facts;
    }

    /** One fact for each deviation of a place and audience. */
    List<Fact> facts(PlaceCode place, Audience audience) {
        return published.stream()
                .filter(one -> one.place().equals(place) && one.audience() == audience)
                .map(one -> new Fact(
                        site.say("deviation.title"),
                        one.stage().map(stage -> stage.label() + "：").orElse("") + told(one)))
                .toList();
    }

    private String told(Deviation one) {
        return site.say("deviation.told", instead(one), one.people(), one.reason(), decided(one));
    }

    private String stratum(Deviation one) {
        return round.name(one.place())
                + one.audience().label()
                + one.stage().map(stage -> "（" + stage.label() + "）").orElse("");
    }

    private String instead(Deviation one) {
        return switch (one.kind()) {
            case MERGED ->
                site.say("deviation.merged", one.into().map(SchoolStage::label).orElseThrow());
            case NOT_COVERED -> site.say("deviation.notCovered", one.people());
            case ADJUSTED -> site.say("deviation.adjusted");
        };
    }

    private String decided(Deviation one) {
        return site.say(
                one.resultsSeen() ? "deviation.seen" : "deviation.unseen",
                one.decided(),
                String.join("、", one.decidedBy()));
    }
}
