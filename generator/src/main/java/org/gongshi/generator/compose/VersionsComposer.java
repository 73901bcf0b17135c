package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;

/** What was published when, bound to which inputs, and what was corrected since (历次版本). */
final class VersionsComposer {
    private static final int SHORT = 23;

    private final Composition site;
    private final RoundView round;

    VersionsComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    BlocksPage page() {
        List<Correction> corrections = site.content().corrections().stream()
                .filter(one -> one.page().replaceFirst("^/", "").startsWith(folder()))
                .toList();
        String answer = site.say("versions.answer", round.reports().size(), site.asOf(), corrections.size());
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "versions"),
                        site.say("stages.title", round.title(), site.say("part.versions")),
                        answer)
                .in("round")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(
                new Block.Paragraph(answer, Block.Tone.ANSWER),
                new Block.Paragraph(site.say("versions.note"), Block.Tone.PLAIN),
                approved()));
        if (!corrections.isEmpty()) {
            sections.add(BlocksPage.Section.of("corrected", site.say("page.corrections"), corrected(corrections)));
        }
        sections.add(BlocksPage.Section.of(
                "releases",
                site.say("versions.releases"),
                new Block.Paragraph(site.say("versions.chain"), Block.Tone.PLAIN),
                new Block.Links(List.of(
                        new Link(site.say("page.corrections"), SitePaths.CORRECTIONS),
                        new Link(site.say("page.old"), SitePaths.OLD_VERSIONS)))));
        return new BlocksPage(draft.column(site.say("meta.type.disclosure")), sections, false);
    }

    private String folder() {
        String path = site.paths().round(round.key());
        return path.substring(0, path.length() - SitePaths.HOME.length());
    }

    private Block approved() {
        return new Block.Table(
                "approved-inputs",
                site.say("versions.caption"),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.text(site.say("document.published")),
                        Block.Column.text(site.say("approval.review")),
                        Block.Column.text(site.say("approval.approval")),
                        Block.Column.text(site.say("versions.digest"))),
                round.reports().stream().map(this::row).toList(),
                true);
    }

    private Block.Row row(ApprovedReport report) {
        String digest = report.approval().digest().toString();
        return Block.Row.of(
                Block.Cell.link(new Link(
                        report.dossier().place().name(),
                        site.paths()
                                .report(round.key(), report.dossier().place().code()))),
                Block.Cell.of(report.publishedOn()),
                Block.Cell.of(report.review().date() + " " + report.review().document()),
                Block.Cell.of(report.approval().date() + " " + report.approval().document()),
                Block.Cell.number(digest.substring(0, Math.min(SHORT, digest.length())) + "…", digest));
    }

    private Block corrected(List<Correction> corrections) {
        return new Block.Table(
                "corrected-table",
                site.say("corrections.caption"),
                List.of(
                        Block.Column.text(site.say("outcomes.date")),
                        Block.Column.text(site.say("corrections.page")),
                        Block.Column.text(site.say("corrections.old")),
                        Block.Column.text(site.say("corrections.new")),
                        Block.Column.text(site.say("corrections.reason")),
                        Block.Column.text(site.say("outcomes.document"))),
                corrections.stream()
                        .map(one -> Block.Row.of(
                                Block.Cell.of(one.date()),
                                Block.Cell.link(site.old(Composition.page(one), one)
                                        .map(kept ->
                                                new Link(site.say("old.as", kept.title(), kept.asOf()), kept.address()))
                                        .orElse(site.corrected(one))),
                                Block.Cell.of(one.old()),
                                Block.Cell.of(one.corrected()),
                                Block.Cell.of(one.reason()),
                                Block.Cell.of(one.document())))
                        .toList(),
                true);
    }
}
