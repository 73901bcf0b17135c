package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.DrawRecordFile;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.draw.Inspector;
import org.gongshi.evaluation.draw.PassedOver;
import org.gongshi.evaluation.draw.Team;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.Fact;

/** Who was inspected when and by whom, how the teams were drawn, and how anyone draws them again (第十条). */
final class InspectionComposer {
    private static final String NONE = "—";

    private final Composition site;
    private final RoundView round;

    InspectionComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    BlocksPage page() {
        int inspectors = round.reports().stream()
                .mapToInt(report -> report.dossier().stages().inspection().team())
                .sum();
        String answer = site.say("inspection.answer", round.reports().size(), round.placesLabel(), inspectors);
        List<Block> lead = new ArrayList<>();
        lead.add(new Block.Paragraph(answer, Block.Tone.ANSWER));
        lead.add(new Block.Paragraph(site.say("inspection.basis"), Block.Tone.PLAIN));
        Optional<DrawRecord> draw = round.published().draw();
        lead.add(new Block.Paragraph(
                draw.map(this::drawn).orElseGet(() -> site.say("inspection.undrawn")),
                draw.isPresent() ? Block.Tone.PLAIN : Block.Tone.NOTE));
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(new BlocksPage.Section("lead", Optional.empty(), lead));
        draw.ifPresent(record -> {
            sections.add(BlocksPage.Section.of(
                    "draw-teams",
                    site.say("draw.teams"),
                    teams(record),
                    note(isJoined(record) ? "draw.teams.joined" : "draw.teams.note")));
            sections.add(BlocksPage.Section.of(
                    "draw", site.say("draw.record"), new Block.Facts(facts(record)), links(record)));
        });
        sections.add(BlocksPage.Section.of("teams", site.say("inspection.teams"), inspected()));
        draw.ifPresent(record -> {
            sections.add(BlocksPage.Section.of(
                    "draw-roster", site.say("draw.roster"), note("draw.roster.note"), roster(record)));
            if (!record.result().passedOver().isEmpty()) {
                sections.add(BlocksPage.Section.of(
                        "draw-passed", site.say("draw.passed"), note("draw.passed.note"), passedOver(record)));
            }
            sections.add(BlocksPage.Section.of(
                    "draw-repeat",
                    site.say("draw.repeat"),
                    paragraph("draw.repeat.command", command(record)),
                    paragraph("draw.repeat.own"),
                    paragraph("draw.repeat.seen")));
        });
        return StageComposer.page(site, round, "inspection", answer, sections);
    }

    /** The record itself, as anyone needs it to draw again. */
    Optional<byte[]> record() {
        return round.published().draw().map(DrawRecordFile::write);
    }

    private String drawn(DrawRecord record) {
        return site.say(
                "inspection.drawn",
                record.roster().available().size(),
                record.plan().teams(),
                record.plan().size());
    }

    /** Whether people who were not drawn came along somewhere. */
    private boolean isJoined(DrawRecord record) {
        return round.reports().stream()
                .anyMatch(report -> report.dossier().stages().inspection().team()
                        > record.plan().size());
    }

    private List<Fact> facts(DrawRecord record) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                "draw.commitment", record.commitment().map(Digest::toString).orElse(site.say("draw.none"))));
        facts.add(fact("draw.rosterFile", record.rosterFile().toString()));
        facts.add(fact("draw.seed", record.seed().secret()));
        facts.add(fact("draw.beacon", record.seed().beacon().orElse(site.say("draw.none"))));
        int all = record.roster().inspectors().size();
        int available = record.roster().available().size();
        facts.add(fact("draw.people", site.say("draw.people.value", all, available, all - available)));
        facts.add(fact(
                "draw.plan",
                site.say("draw.plan.value", record.plan().teams(), record.plan().size())));
        facts.add(fact("draw.deals", Integer.toString(record.result().deals())));
        facts.add(
                fact("draw.again", site.say(record.commitment().isPresent() ? "draw.again.kept" : "draw.again.same")));
        return facts;
    }

    private Fact fact(String name, String value) {
        return new Fact(site.say(name), value);
    }

    /** The record, its table, and the notice that promised the seed before the draw. */
    private Block links(DrawRecord record) {
        List<Link> links = new ArrayList<>();
        record.commitment().flatMap(this::promise).ifPresent(links::add);
        links.add(new Link(site.say("draw.file"), site.paths().draw(round.key())));
        links.add(new Link(site.say("draw.table"), site.paths().data(round.key(), "inspection.csv")));
        return new Block.Links(links);
    }

    private Optional<Link> promise(Digest commitment) {
        return site.content().notices().stream()
                .filter(notice -> notice.body().contains(commitment.toString()))
                .findFirst()
                .map(notice -> new Link(promised(notice), SitePaths.notice(notice.name())));
    }

    private String promised(SiteText notice) {
        return site.say("draw.promised", notice.date().map(Object::toString).orElse(NONE), notice.title());
    }

    private Block teams(DrawRecord record) {
        Map<String, Inspector> people = people(record);
        return new Block.Table(
                "draw-teams-table",
                site.say("draw.teams.caption"),
                List.of(
                        Block.Column.text(site.say("draw.team")),
                        Block.Column.text(site.say("draw.places")),
                        Block.Column.text(site.say("draw.members"))),
                record.result().teams().stream()
                        .map(team -> Block.Row.of(
                                Block.Cell.of(team(team.number())),
                                Block.Cell.of(names(team.places())),
                                Block.Cell.of(team.members().stream()
                                        .map(id -> called(people.get(id)))
                                        .collect(Collectors.joining("、")))))
                        .toList(),
                true);
    }

    private Block inspected() {
        return new Block.Table(
                "teams-table",
                site.say("inspection.caption"),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.text(site.say("inspection.from")),
                        Block.Column.text(site.say("inspection.to")),
                        Block.Column.number(site.say("inspection.team")),
                        Block.Column.text(site.say("inspection.method")),
                        Block.Column.text(site.say("inspection.feedback"))),
                round.reports().stream()
                        .map(report -> {
                            var stages = report.dossier().stages();
                            return Block.Row.of(
                                    Block.Cell.link(round.placeLink(
                                            report.dossier().place().code())),
                                    Block.Cell.of(stages.inspection().from()),
                                    Block.Cell.of(stages.inspection().to()),
                                    Block.Cell.of(stages.inspection().team()),
                                    Block.Cell.of(stages.inspection().method()),
                                    Block.Cell.of(stages.feedback().date() + " "
                                            + stages.feedback().document()));
                        })
                        .toList(),
                true);
    }

    private Block roster(DrawRecord record) {
        Map<String, Team> seats = new HashMap<>();
        record.result().teams().forEach(team -> team.members().forEach(id -> seats.put(id, team)));
        return new Block.Table(
                "draw-roster-table",
                site.say("draw.roster.caption"),
                List.of(
                        Block.Column.text(site.say("draw.inspector")),
                        Block.Column.text(site.say("draw.home")),
                        Block.Column.text(site.say("draw.avoids")),
                        Block.Column.text(site.say("draw.group")),
                        Block.Column.text(site.say("draw.result"))),
                record.roster().inspectors().stream()
                        .map(one -> Block.Row.of(
                                Block.Cell.of(called(one)),
                                Block.Cell.of(one.home().map(this::name).orElseGet(() -> site.say("draw.office"))),
                                Block.Cell.of(one.avoids().isEmpty() ? NONE : names(List.copyOf(one.avoids()))),
                                Block.Cell.of(one.group().isEmpty() ? NONE : one.group()),
                                Block.Cell.of(became(one, Optional.ofNullable(seats.get(one.id()))))))
                        .toList(),
                true);
    }

    private String became(Inspector one, Optional<Team> team) {
        return team.map(drawn -> team(drawn.number()))
                .orElseGet(() -> site.say(one.available() ? "draw.notDrawn" : "draw.absent"));
    }

    private Block passedOver(DrawRecord record) {
        Map<String, Inspector> people = people(record);
        return new Block.Table(
                "draw-passed-table",
                site.say("draw.passed.caption"),
                List.of(
                        Block.Column.text(site.say("draw.seat")),
                        Block.Column.text(site.say("draw.team")),
                        Block.Column.text(site.say("draw.inspector")),
                        Block.Column.text(site.say("draw.reason"))),
                record.result().passedOver().stream()
                        .map(one -> Block.Row.of(
                                Block.Cell.of(one.seat()),
                                Block.Cell.of(team(one.team())),
                                Block.Cell.of(called(people.get(one.inspector()))),
                                Block.Cell.of(site.say(reason(one.reason())))))
                        .toList(),
                true);
    }

    private static String reason(PassedOver.Reason reason) {
        return switch (reason) {
            case BARRED -> "draw.reason.barred";
            case SHARE -> "draw.reason.share";
            case NEEDED_ELSEWHERE -> "draw.reason.elsewhere";
        };
    }

    private static Map<String, Inspector> people(DrawRecord record) {
        return record.roster().inspectors().stream().collect(Collectors.toMap(Inspector::id, one -> one));
    }

    private static String called(Inspector one) {
        return one.name().isEmpty() ? one.id() : one.id() + " " + one.name();
    }

    private String team(int number) {
        return site.say("draw.team.value", number);
    }

    private String names(List<PlaceCode> places) {
        return places.stream().map(this::name).collect(Collectors.joining("、"));
    }

    /** A place of the register by its name, any other by its code. */
    private String name(PlaceCode place) {
        return site.content().places().find(place).map(one -> one.name()).orElse(place.value());
    }

    private String command(DrawRecord record) {
        return "./gongshi draw-check inspection-draw.json"
                + record.commitment()
                        .map(promised -> " --commitment " + promised)
                        .orElse("");
    }

    private Block note(String key) {
        return new Block.Paragraph(site.say(key), Block.Tone.NOTE);
    }

    private Block paragraph(String key, Object... values) {
        return new Block.Paragraph(site.say(key, values), Block.Tone.PLAIN);
    }
}
