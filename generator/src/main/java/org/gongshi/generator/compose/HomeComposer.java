package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.DatedLink;
import org.gongshi.templates.site.HomePage;

/** The home page: the newest results, an entry for each kind of reader, what is new and what comes next. */
final class HomeComposer {
    private static final int MOST = 8;

    private final Composition site;

    HomeComposer(Composition site) {
        this.site = site;
    }

    HomePage home() {
        String name = site.content().site().name();
        return new HomePage(
                site.frames()
                        .page(SitePaths.HOME, name, site.say("home.description", name))
                        .in("home")
                        .withData(site.latest().isPresent())
                        .plain(),
                site.latest()
                        .map(round -> new HomePage.Latest(
                                round.link(),
                                new RoundComposer(site, round).answer(),
                                new RoundComposer(site, round).tiles())),
                doors(),
                recent(),
                ahead(),
                site.rounds().stream().map(RoundView::link).toList());
    }

    /** Publications, notices and corrections up to the as-of date, newest first. */
    List<DatedLink> recent() {
        Stream<DatedLink> reports = site.rounds().stream()
                .flatMap(round -> round.reports().stream()
                        .map(report -> new DatedLink(
                                report.publishedOn(),
                                new Link(
                                        report.dossier().report().title(),
                                        site.paths()
                                                .place(
                                                        round.key(),
                                                        report.dossier().place().code())))));
        Stream<DatedLink> notices = site.content().notices().stream()
                .filter(notice -> notice.date().isPresent())
                .map(notice -> new DatedLink(
                        notice.date().orElseThrow(), new Link(notice.title(), SitePaths.notice(notice.name()))));
        Stream<DatedLink> corrections = site.content().corrections().stream()
                .map(correction -> new DatedLink(
                        correction.date(),
                        new Link(site.say("home.correction", correction.reason()), SitePaths.CORRECTIONS)));
        return Stream.of(notices, corrections, reports)
                .flatMap(stream -> stream)
                .filter(row -> !row.date().isAfter(site.asOf()))
                .sorted(Comparator.comparing(DatedLink::date).reversed())
                .limit(MOST)
                .toList();
    }

    private List<DatedLink> ahead() {
        LocalDate today = site.asOf();
        return site.rounds().stream()
                .flatMap(round -> round.published().round().calendar().stream()
                        .filter(milestone -> milestone.actual().isEmpty()
                                && !milestone.planned().isBefore(today))
                        .map(milestone -> new DatedLink(
                                milestone.planned(),
                                new Link(
                                        site.say(
                                                "home.step",
                                                round.key().year(),
                                                milestone.step().label()),
                                        site.paths().part(round.key(), "calendar")))))
                .sorted(Comparator.comparing(DatedLink::date))
                .limit(MOST)
                .toList();
    }

    private List<HomePage.Door> doors() {
        List<HomePage.Door> doors = new ArrayList<>();
        site.latest().ifPresent(round -> {
            List<Link> family = new ArrayList<>(List.of(round.link()));
            if (round.published().results().isPresent()) {
                family.add(round.part("survey"));
            }
            doors.add(door("family", family));
            doors.add(door(
                    "office",
                    List.of(
                            round.part("rectification"),
                            round.part("problems"),
                            round.part("calendar"),
                            round.part("outcomes"))));
        });
        List<Link> press = new ArrayList<>(List.of(new Link(site.say("page.data"), SitePaths.DATA)));
        site.latest()
                .filter(round -> !site.pairs(round.key().organizer()).isEmpty())
                .ifPresent(round -> press.add(CompareComposer.list(site, round)));
        press.add(new Link(site.say("page.corrections"), SitePaths.CORRECTIONS));
        doors.add(door("press", press));
        List<Link> audit = new ArrayList<>();
        for (String text : List.of("verify", "methodology")) {
            if (site.hasText(text)) {
                audit.add(new Link(site.content().texts().get(text).title(), SitePaths.text(text)));
            }
        }
        if (!audit.isEmpty()) {
            doors.add(door("audit", audit));
        }
        return doors;
    }

    private HomePage.Door door(String reader, List<Link> links) {
        return new HomePage.Door(site.say("door." + reader), site.say("door." + reader + ".question"), links);
    }
}
