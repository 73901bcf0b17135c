package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.frame.Wording;

/** What all composers share: the content, the addresses, the words, the frames. */
final class Composition {
    private final PublishedContent content;
    private final Wording words;
    private final SitePaths paths;
    private final List<RoundView> rounds;
    private final Frames frames;

    /** @param archive whether the site has archived reports, to which every page links */
    Composition(PublishedContent content, boolean archive) {
        this.content = content;
        this.words = Wording.load("site", "zh-CN");
        this.paths = new SitePaths(content.places());
        this.rounds = content.rounds().stream()
                .map(round -> new RoundView(round, content.places(), paths, words))
                .toList();
        this.frames = new Frames(content.site(), words, navigation(), footer(archive));
    }

    PublishedContent content() {
        return content;
    }

    SitePaths paths() {
        return paths;
    }

    Frames frames() {
        return frames;
    }

    List<RoundView> rounds() {
        return rounds;
    }

    LocalDate asOf() {
        return content.site().asOf();
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    /** The newest round with a published report. */
    Optional<RoundView> latest() {
        return rounds.stream().filter(RoundView::hasReports).findFirst();
    }

    Link home() {
        return new Link(say("page.home"), SitePaths.HOME);
    }

    /** A document of a round that has no number of its own. */
    DocumentBlock document(RoundView round, LocalDate drawnUp, LocalDate published, String source) {
        return document(
                round,
                say("document.none"),
                round.published()
                        .round()
                        .release()
                        .flatMap(release -> release.document())
                        .orElse(say("document.none")),
                drawnUp,
                published,
                source);
    }

    DocumentBlock document(
            RoundView round, String index, String number, LocalDate drawnUp, LocalDate published, String source) {
        return new DocumentBlock(
                index,
                content.site().subjectCategory(),
                round.published().round().bodies().office(),
                number,
                drawnUp,
                published,
                say("document.valid"),
                source);
    }

    boolean hasText(String name) {
        return content.texts().containsKey(name);
    }

    private List<Frame.Entry> navigation() {
        List<Frame.Entry> entries = new ArrayList<>();
        entries.add(entry("home", SitePaths.HOME));
        latest().ifPresent(round -> {
            entries.add(entry("round", paths.round(round.key())));
            entries.add(entry("indicators", paths.part(round.key(), "indicators")));
            if (round.published().results().isPresent()) {
                entries.add(entry("survey", paths.part(round.key(), "survey")));
            }
            entries.add(entry("problems", paths.part(round.key(), "problems")));
        });
        entries.add(entry("notices", SitePaths.NOTICES));
        entries.add(entry("data", SitePaths.DATA));
        if (hasText("methodology")) {
            entries.add(entry("methodology", SitePaths.METHODOLOGY));
        }
        return entries;
    }

    private Frame.Entry entry(String section, String path) {
        return new Frame.Entry(section, new Link(say("nav." + section), path));
    }

    private List<Link> footer(boolean archive) {
        List<Link> links = new ArrayList<>();
        for (String name : content.texts().keySet()) {
            links.add(new Link(content.texts().get(name).title(), SitePaths.text(name)));
        }
        if (archive) {
            links.add(new Link(say("page.archive"), SitePaths.ARCHIVE));
        }
        links.add(new Link(say("page.corrections"), SitePaths.CORRECTIONS));
        links.add(new Link(say("page.accessibility"), SitePaths.ACCESSIBILITY));
        links.add(new Link(say("page.sitemap"), SitePaths.SITE_MAP));
        return links;
    }
}
