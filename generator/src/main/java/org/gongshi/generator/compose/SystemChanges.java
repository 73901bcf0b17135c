package org.gongshi.generator.compose;

import java.util.List;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.SystemComparison;
import org.gongshi.templates.site.Block;

/** What changed between the indicator systems of two years, as a table. */
final class SystemChanges {
    private final Composition site;
    private final YearPair pair;

    SystemChanges(Composition site, YearPair pair) {
        this.site = site;
        this.pair = pair;
    }

    Block table() {
        return new Block.Table(
                "system-changes",
                site.say(
                        "systems.caption",
                        pair.before().key().year(),
                        pair.after().key().year()),
                List.of(
                        Block.Column.text(site.say("trace.indicator")),
                        Block.Column.text(site.say("systems.kind")),
                        Block.Column.text(pair.before().key().year().toString()),
                        Block.Column.text(pair.after().key().year().toString())),
                pair.systems().changes().stream().map(this::row).toList(),
                true);
    }

    private Block.Row row(SystemComparison.Change change) {
        Indicator one = change.indicator();
        RoundView round = change.after().isPresent() ? pair.after() : pair.before();
        return Block.Row.of(
                Block.Cell.link(new ProblemComposer(site, round).indicator(one.code())),
                Block.Cell.of(site.say("systems." + change.kind().key())),
                Block.Cell.of(change.before().map(this::said).orElse(TraceComposer.NOT_APPLICABLE)),
                Block.Cell.of(change.after().map(this::said).orElse(TraceComposer.NOT_APPLICABLE)));
    }

    private String said(Indicator indicator) {
        return site.say(
                "systems.said",
                Numbers.exact(indicator.weight()),
                indicator.rule().wording());
    }
}
