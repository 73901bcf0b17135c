package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.PublishedRound;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.frame.Wording;

/** A published round with what several composers ask of it. */
final class RoundView {
    private final PublishedRound published;
    private final Places places;
    private final SitePaths paths;
    private final Wording words;

    RoundView(PublishedRound published, Places places, SitePaths paths, Wording words) {
        this.published = published;
        this.places = places;
        this.paths = paths;
        this.words = words;
    }

    RoundKey key() {
        return published.round().key();
    }

    PublishedRound published() {
        return published;
    }

    IndicatorSystem system() {
        return published.system();
    }

    List<ApprovedReport> reports() {
        return published.reports();
    }

    /** The published report of a place. */
    Optional<ApprovedReport> report(PlaceCode place) {
        return reports().stream()
                .filter(report -> report.dossier().place().code().equals(place))
                .findFirst();
    }

    boolean hasReports() {
        return !published.reports().isEmpty();
    }

    String title() {
        return published.round().title();
    }

    Place organizer() {
        return places.get(key().organizer());
    }

    /** What its places are called: 盟市, 旗县. */
    String placesLabel() {
        return organizer().tier().evaluates().orElse(organizer().tier()).label();
    }

    String name(PlaceCode code) {
        return places.get(code).name();
    }

    /** First day on which something of the round was published; empty before. */
    Optional<LocalDate> firstPublication() {
        return reports().stream().map(ApprovedReport::publishedOn).min(Comparator.naturalOrder());
    }

    Link link() {
        return new Link(title(), paths.round(key()));
    }

    Link placeLink(PlaceCode code) {
        return new Link(name(code), paths.place(key(), code));
    }

    /** The pages of the round, for its own navigation. */
    List<Link> local() {
        List<Link> links = new ArrayList<>();
        links.add(new Link(words.say("part.round"), paths.round(key())));
        if (hasReports()) {
            links.add(part("report"));
        }
        links.add(part("indicators"));
        if (published.results().isPresent()) {
            links.add(part("survey"));
        }
        if (hasReports()) {
            links.add(part("problems"));
            links.add(part("rectification"));
            links.add(part("outcomes"));
        }
        if (published.objections().isPresent()) {
            links.add(part("objections"));
        }
        links.add(part("calendar"));
        if (hasReports()) {
            links.add(part("self-evaluation"));
            links.add(part("monitoring"));
            links.add(part("inspection"));
            links.add(part("versions"));
        }
        return links;
    }

    Link part(String part) {
        return new Link(words.say("part." + part), paths.part(key(), part));
    }

    /** What an area brought, in percent of its weight (得分率). */
    static BigDecimal rate(ApprovedReport report, ContentArea area) {
        return Numbers.percent(report.dossier().sheet().areaPoints(area), area.weight());
    }

    /** The rates of an area over all published places. */
    List<BigDecimal> rates(ContentArea area) {
        return reports().stream().map(report -> rate(report, area)).toList();
    }

    /** All problems with the report that lists them, places in code order. */
    List<Listed> problems() {
        return reports().stream()
                .flatMap(report -> report.dossier().problems().problems().stream()
                        .map(problem -> new Listed(report.dossier().place().code(), problem)))
                .toList();
    }

    /** A problem and its place. */
    record Listed(PlaceCode place, Problem problem) {}
}
