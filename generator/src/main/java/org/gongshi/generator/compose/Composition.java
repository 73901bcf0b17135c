package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.frame.Wording;

/** What all composers share: the content, the addresses, the words, the frames. */
final class Composition {
    private final PublishedContent content;
    private final Wording words;
    private final Edition edition;
    private final OldVersions old;
    private final SitePaths paths;
    private final List<RoundView> rounds;
    private final Frames frames;
    private final boolean documents;

    /**
     * @param archive whether the site has archived reports, to which every page links
     * @param documents whether reports are printed and tables put into workbooks
     * @param old pages that were replaced by corrections
     * @param words of the language of the pages, which is that of the content
     * @param edition the tree in which they stand
     */
    Composition(
            PublishedContent content,
            boolean archive,
            boolean documents,
            OldVersions old,
            Wording words,
            Edition edition) {
        this.content = content;
        this.documents = documents;
        this.old = old;
        this.words = words;
        this.edition = edition;
        this.paths = new SitePaths(content.places());
        this.rounds = content.rounds().stream()
                .map(round -> new RoundView(round, content.places(), paths, words))
                .toList();
        this.frames = new Frames(content.site(), words, edition, navigation(), footer(archive));
    }

    /** Whether pages offer PDF and XLSX files. */
    boolean hasDocuments() {
        return documents;
    }

    Edition edition() {
        return edition;
    }

    Wording words() {
        return words;
    }

    PublishedContent content() {
        return content;
    }

    OldVersions old() {
        return old;
    }

    /** The old version of a page that a correction replaced, the newest one. */
    Optional<KeptPage> old(String path, Correction correction) {
        return old.pages().stream()
                .filter(kept -> kept.path().equals(path) && kept.correction().equals(correction))
                .findFirst();
    }

    /** The corrections that speak of a page, newest first. */
    List<Correction> corrections(String path) {
        return content.corrections().stream()
                .filter(one -> page(one).equals(path))
                .toList();
    }

    /** Why the result of a place stands there no more (撤回): the newest word about it; empty where it is published or never was. */
    Optional<Correction> withdrawn(RoundView round, PlaceCode place) {
        return round.report(place).isPresent()
                ? Optional.empty()
                : corrections(paths.place(round.key(), place)).stream()
                        .findFirst()
                        .filter(Correction::isWithdrawal);
    }

    /** The page of which a correction speaks, as a path. */
    static String page(Correction correction) {
        String plain = correction.page().replaceFirst("^/", "");
        return plain.isEmpty() || plain.endsWith("/") ? plain + SitePaths.HOME : plain;
    }

    /** The page of which a correction speaks: by its name where it is a place's or a round's, else by its address. */
    Link corrected(Correction correction) {
        String path = page(correction);
        for (RoundView round : rounds) {
            if (path.equals(paths.round(round.key()))) {
                return round.link();
            }
            for (PlaceCode place : round.published().round().places()) {
                if (path.equals(paths.place(round.key(), place))) {
                    return new Link(say("place.title", round.name(place), round.title()), path);
                }
            }
        }
        return new Link(correction.page(), path);
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

    /** The rounds with reports of each organizer, oldest first; organizers in the order of their newest round. */
    Map<PlaceCode, List<RoundView>> published() {
        Map<PlaceCode, List<RoundView>> published = new LinkedHashMap<>();
        rounds.stream()
                .filter(RoundView::hasReports)
                .forEach(round -> published
                        .computeIfAbsent(round.key().organizer(), organizer -> new ArrayList<>())
                        .add(0, round));
        return published;
    }

    /** Every place that has a published report, with its years. */
    List<HistoryComposer> histories() {
        Set<PlaceCode> seen = new TreeSet<>();
        List<HistoryComposer> histories = new ArrayList<>();
        for (RoundView round : rounds) {
            List<RoundView> years = published().getOrDefault(round.key().organizer(), List.of());
            round.reports().stream()
                    .map(report -> report.dossier().place().code())
                    .filter(seen::add)
                    .forEach(place -> histories.add(new HistoryComposer(this, place, years)));
        }
        return histories;
    }

    /** All pairs of an organizer's years, the newest later year first. */
    List<YearPair> pairs(PlaceCode organizer) {
        List<RoundView> years = published().getOrDefault(organizer, List.of());
        List<YearPair> pairs = new ArrayList<>();
        for (int after = years.size() - 1; after > 0; after--) {
            for (int before = after - 1; before >= 0; before--) {
                pairs.add(YearPair.of(years.get(before), years.get(after)));
            }
        }
        return pairs;
    }

    /** The pages above a page of a round: home, for the second tier the place that holds the round, the round itself, and more. */
    Link[] trail(RoundView round, Link... more) {
        List<Link> trail = new ArrayList<>(above(round));
        trail.add(round.link());
        trail.addAll(List.of(more));
        return trail.toArray(Link[]::new);
    }

    /** The pages above a round: home, and for the second tier (第十六条) the organizer as a place of the first and its own home. */
    List<Link> above(RoundView round) {
        List<Link> above = new ArrayList<>(List.of(home()));
        if (paths.isSecondTier(round.key().organizer())) {
            evaluated(round).ifPresent(above::add);
            above.add(organizerLink(round));
        }
        return above;
    }

    /** The page of a round's organizer as a place that is evaluated itself, in the same year. */
    Optional<Link> evaluated(RoundView round) {
        PlaceCode organizer = round.key().organizer();
        return rounds.stream()
                .filter(other -> other.key().year().equals(round.key().year())
                        && other.report(organizer).isPresent())
                .map(other -> other.placeLink(organizer))
                .findFirst();
    }

    /** The home of an organizer of the second tier. */
    Link organizerLink(RoundView round) {
        return new Link(
                say("organizer.title", round.organizer().name(), round.placesLabel()),
                paths.organizerHome(round.key().organizer()));
    }

    /** The rounds of the second tier with published reports, by organizer, newest first. */
    Map<PlaceCode, List<RoundView>> secondTier() {
        Map<PlaceCode, List<RoundView>> held = new LinkedHashMap<>();
        rounds.stream()
                .filter(round ->
                        round.hasReports() && paths.isSecondTier(round.key().organizer()))
                .forEach(round -> held.computeIfAbsent(round.key().organizer(), organizer -> new ArrayList<>())
                        .add(round));
        return held;
    }

    /** The rounds that the places of a round hold over their own places, in the same year. */
    List<RoundView> heldBelow(RoundView round) {
        return rounds.stream()
                .filter(other -> other.hasReports()
                        && other.key().year().equals(round.key().year())
                        && round.published()
                                .round()
                                .places()
                                .contains(other.key().organizer()))
                .toList();
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
            if (!histories().isEmpty()) {
                entries.add(entry("compare", SitePaths.REGIONS));
            }
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
        if (latest().isPresent()) {
            links.add(new Link(say("page.catalogue"), SitePaths.CATALOGUE));
            links.add(new Link(say("page.components"), SitePaths.COMPONENTS));
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
