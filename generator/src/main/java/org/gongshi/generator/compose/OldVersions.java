package org.gongshi.generator.compose;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;

/**
 * The list of all old pages (历次版本), for readers and for the next build: its {@code index.json} says which corrections this release
 * knows, so that the next one sees which are new.
 *
 * @param pages newest correction first
 */
public record OldVersions(List<KeptPage> pages) {
    /** Where the list stands. */
    public static final String PATH = "versions/index.html";

    public static final OldVersions NONE = new OldVersions(List.of());

    private static final String PAGES = "pages";
    private static final String KNOWN = "corrections";

    public OldVersions {
        pages = List.copyOf(pages);
    }

    /** What a release before said: its old pages and the corrections that it knew. */
    public record Before(List<KeptPage> pages, Set<String> known) {
        public Before {
            pages = List.copyOf(pages);
            known = Set.copyOf(known);
        }

        /** Whether that release knew of a correction. */
        public boolean knows(Correction correction) {
            return known.contains(mark(correction));
        }
    }

    /**
     * Reads the list of a release.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Before read(byte[] json) {
        Json.Obj list = object(JsonText.parse(json));
        List<KeptPage> pages = new ArrayList<>();
        items(list, PAGES).forEach(item -> pages.add(page(object(item))));
        Set<String> known = new TreeSet<>();
        items(list, KNOWN).forEach(item -> known.add(((Json.Str) item).value()));
        return new Before(pages, known);
    }

    byte[] json(List<Correction> corrections) {
        List<Json> kept = pages.stream().<Json>map(OldVersions::json).toList();
        List<Json> known = corrections.stream()
                .map(OldVersions::mark)
                .sorted()
                .<Json>map(Json.Str::new)
                .toList();
        return JsonText.pretty(Json.object()
                .put(PAGES, Json.array(kept))
                .put(KNOWN, Json.array(known))
                .build());
    }

    BlocksPage page(Composition site) {
        String answer = pages.isEmpty()
                ? site.say("old.none", site.asOf())
                : site.say("old.answer", site.content().corrections().size(), pages.size());
        Frames.Draft draft = site.frames()
                .page(PATH, site.say("page.old"), answer)
                .in("notices")
                .under(site.home(), new Link(site.say("page.corrections"), SitePaths.CORRECTIONS))
                .withData();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(answer, Block.Tone.ANSWER));
        if (!pages.isEmpty()) {
            blocks.add(table(site));
        }
        blocks.add(new Block.Paragraph(site.say("old.note"), Block.Tone.PLAIN));
        blocks.add(new Block.Links(site.rounds().stream()
                .filter(RoundView::hasReports)
                .map(round -> new Link(
                        site.say("stages.title", round.title(), site.say("part.versions")),
                        site.paths().part(round.key(), "versions")))
                .toList()));
        return new BlocksPage(
                draft.column(site.say("meta.type.disclosure")),
                List.of(BlocksPage.Section.lead(blocks.toArray(Block[]::new))),
                false);
    }

    private Block table(Composition site) {
        return new Block.Table(
                "old-pages",
                site.say("old.caption"),
                List.of(
                        Block.Column.text(site.say("old.page")),
                        Block.Column.text(site.say("old.now")),
                        Block.Column.text(site.say("outcomes.date")),
                        Block.Column.text(site.say("corrections.old")),
                        Block.Column.text(site.say("corrections.new")),
                        Block.Column.text(site.say("corrections.reason")),
                        Block.Column.text(site.say("outcomes.document"))),
                pages.stream()
                        .map(kept -> Block.Row.of(
                                Block.Cell.link(
                                        new Link(site.say("old.as", kept.title(), kept.asOf()), kept.address())),
                                Block.Cell.link(new Link(site.say("old.current"), kept.path())),
                                Block.Cell.of(kept.correction().date()),
                                Block.Cell.of(kept.correction().old()),
                                Block.Cell.of(kept.correction().corrected()),
                                Block.Cell.of(kept.correction().reason()),
                                Block.Cell.of(kept.correction().document())))
                        .toList(),
                true);
    }

    private static Json json(KeptPage kept) {
        Correction correction = kept.correction();
        return Json.object()
                .put("release", kept.release())
                .put("asOf", kept.asOf().toString())
                .put("path", kept.path())
                .put("address", kept.address())
                .put("title", kept.title())
                .put("date", correction.date().toString())
                .put("page", correction.page())
                .put("old", correction.old())
                .put("new", correction.corrected())
                .put("reason", correction.reason())
                .put("document", correction.document())
                .build();
    }

    private static KeptPage page(Json.Obj kept) {
        return new KeptPage(
                number(kept),
                LocalDate.parse(text(kept, "asOf")),
                text(kept, "path"),
                text(kept, "title"),
                new Correction(
                        LocalDate.parse(text(kept, "date")),
                        text(kept, "page"),
                        text(kept, "old"),
                        text(kept, "new"),
                        text(kept, "reason"),
                        text(kept, "document")));
    }

    /** A correction as one word: its digest. */
    private static String mark(Correction one) {
        String all = String.join(
                "\u0000", one.date().toString(), one.page(), one.old(), one.corrected(), one.reason(), one.document());
        return Digest.of(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static int number(Json.Obj object) {
        return object.field("release").orElse(Json.NULL) instanceof Json.Num number
                ? number.value().intValueExact()
                : 0;
    }

    private static String text(Json.Obj object, String name) {
        return object.field(name).orElse(Json.NULL) instanceof Json.Str text ? text.value() : "";
    }

    private static List<Json> items(Json.Obj object, String name) {
        return object.field(name).orElse(Json.NULL) instanceof Json.Arr array ? array.items() : List.of();
    }

    private static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException("no list of old pages");
    }
}
