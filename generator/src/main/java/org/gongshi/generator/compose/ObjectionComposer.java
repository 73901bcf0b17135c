package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.Fact;

/** 公示与异议: how long the results lay open, how to object, what came in and what became of it, before any decision was final. */
@Article(13)
final class ObjectionComposer {
    private final Composition site;
    private final RoundView round;

    ObjectionComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    /** Empty before the first day of the period, and where there was none. */
    Optional<BlocksPage> page() {
        return round.published().objections().map(this::page);
    }

    /** One sentence on the period, for the pages of the round and of its places. */
    Optional<String> sentence() {
        return round.published().objections().map(this::sentence);
    }

    private BlocksPage page(ObjectionPeriod period) {
        String answer = sentence(period);
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "objections"),
                        site.say("stages.title", round.title(), site.say("part.objections")),
                        answer)
                .in("notices")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(
                new Block.Paragraph(answer, Block.Tone.ANSWER), new Block.Facts(facts(period))));
        sections.add(BlocksPage.Section.of(
                "received",
                site.say("objections.received.title"),
                period.objections().isEmpty()
                        ? new Block.Paragraph(site.say("objections.none"), Block.Tone.PLAIN)
                        : received(period)));
        sections.add(BlocksPage.Section.of(
                "rule",
                site.say("objections.rule.title"),
                new Block.Paragraph(site.say("objections.rule", ObjectionPeriod.WORKING_DAYS), Block.Tone.PLAIN)));
        return new BlocksPage(draft.column(site.say("meta.type.disclosure")), sections, false);
    }

    private List<Fact> facts(ObjectionPeriod period) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                "objections.period", site.say("objections.dates", period.from(), period.to(), period.workingDays())));
        facts.add(fact("objections.channel", period.channel()));
        facts.add(fact("objections.phone", period.phone()));
        facts.add(fact("objections.address", period.address()));
        facts.add(fact("objections.office", round.published().round().bodies().office()));
        facts.add(fact("objections.final", period.firstFinalDay().toString()));
        approved().ifPresent(day -> facts.add(fact("objections.approved", day.toString())));
        return facts;
    }

    private Fact fact(String name, String value) {
        return new Fact(site.say(name), value);
    }

    private Block received(ObjectionPeriod period) {
        return new Block.Table(
                "objections",
                site.say("objections.caption"),
                List.of(
                        Block.Column.text(site.say("objections.day")),
                        Block.Column.text(site.say("objections.about")),
                        Block.Column.text(site.say("objections.handled")),
                        Block.Column.text(site.say("objections.result"))),
                period.objections().stream()
                        .map(one -> Block.Row.of(
                                Block.Cell.of(one.received()),
                                Block.Cell.of(one.about()),
                                Block.Cell.of(
                                        one.handled().map(LocalDate::toString).orElse("…")),
                                Block.Cell.of(one.result().orElse(site.say("objections.open")))))
                        .toList(),
                true);
    }

    private String sentence(ObjectionPeriod period) {
        boolean open = !period.to().isBefore(site.asOf());
        long handled = period.objections().stream()
                .filter(one -> one.handled().isPresent())
                .count();
        return site.say(
                open ? "objections.answer.open" : "objections.answer",
                period.from(),
                period.to(),
                period.workingDays(),
                period.objections().size(),
                handled);
    }

    /** The first approval of the round: it must come after the period. */
    private Optional<LocalDate> approved() {
        return round.reports().stream()
                .map(ApprovedReport::approval)
                .map(decision -> decision.date())
                .min(LocalDate::compareTo);
    }
}
