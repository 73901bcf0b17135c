package org.gongshi.generator.compose;

import java.util.Locale;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.scoring.IndicatorCode;

/**
 * The address of every page, from the site's root. A round of the place at the top of the register stands under its year;
 * every other organizer's round stands under the organizer's code and the year (第十六条: the second tier).
 */
final class SitePaths {
    static final String HOME = "index.html";
    static final String METHODOLOGY = "methodology/index.html";
    static final String VERIFY = "verify/index.html";
    static final String DATA = "data/index.html";
    static final String CORRECTIONS = "corrections/index.html";
    static final String NOTICES = "notices/index.html";
    static final String ACCESSIBILITY = "accessibility/index.html";
    static final String SITE_MAP = "sitemap/index.html";
    static final String SEARCH = "search/index.html";
    static final String CATALOGUE = "catalogue/index.html";
    static final String COMPONENTS = "components/index.html";
    static final String REGIONS = "regions/index.html";
    static final String OLD_VERSIONS = OldVersions.PATH;
    static final String ARCHIVE = "archive/index.html";
    static final String NOT_FOUND = "404.html";

    private final Places places;
    private final Optional<PlaceCode> top;

    SitePaths(Places places) {
        this.places = places;
        this.top = places.all().stream()
                .filter(place -> place.parent().flatMap(places::find).isEmpty())
                .map(Place::code)
                .findFirst();
    }

    String round(RoundKey round) {
        return folder(round) + HOME;
    }

    /** A page of a round, such as {@code indicators} or {@code survey}. */
    String part(RoundKey round, String part) {
        return folder(round) + part + "/" + HOME;
    }

    String place(RoundKey round, PlaceCode place) {
        return part(round, slug(place));
    }

    String report(RoundKey round, PlaceCode place) {
        return part(round, slug(place) + "/report");
    }

    /** The row of the trace from which a figure comes; {@code weighted} for the sum. */
    String trace(RoundKey round, PlaceCode place, String anchor) {
        return place(round, place) + "#" + anchor;
    }

    String indicator(RoundKey round, IndicatorCode code) {
        return part(round, "indicators/" + code.value().toLowerCase(Locale.ROOT));
    }

    String placeSurvey(RoundKey round, PlaceCode place) {
        return part(round, "survey/" + slug(place));
    }

    String problem(RoundKey round, PlaceCode place, String id) {
        return part(round, "problems/" + slug(place) + "-" + id.toLowerCase(Locale.ROOT));
    }

    /** A place over the years. */
    String history(PlaceCode place) {
        return "regions/" + slug(place) + "/" + HOME;
    }

    /** Whether rounds of that place stand under its code. */
    boolean isSecondTier(PlaceCode organizer) {
        return !organizer(organizer).isEmpty();
    }

    /** The own home of an organizer of the second tier. */
    String organizerHome(PlaceCode organizer) {
        return organizer(organizer) + HOME;
    }

    /** Its feed. */
    String organizerFeed(PlaceCode organizer) {
        return organizer(organizer) + "feed.xml";
    }

    /** All comparisons of an organizer's years. */
    String comparisons(PlaceCode organizer) {
        return organizer(organizer) + "compare/" + HOME;
    }

    /** One year against a later one. */
    String comparison(RoundKey before, RoundKey after) {
        return organizer(after.organizer()) + "compare/" + years(before, after) + "/" + HOME;
    }

    /** The comparison's table. */
    String comparisonData(RoundKey before, RoundKey after) {
        return "data/" + organizer(after.organizer()) + "compare/" + years(before, after) + ".csv";
    }

    /** A part of the list of a round's pages. */
    String siteMap(RoundKey round, int part) {
        return "sitemap/" + folder(round) + (part == 1 ? "" : part + "/") + HOME;
    }

    String selfEvaluation(RoundKey round, PlaceCode place) {
        return part(round, "self-evaluation/" + slug(place));
    }

    /** The record of the inspection draw, as the program that drew wrote it. */
    String draw(RoundKey round) {
        return folder(round) + "inspection/inspection-draw.json";
    }

    String counties(RoundKey round, PlaceCode place) {
        return part(round, slug(place) + "/counties");
    }

    /** A data file of a round, such as {@code scores.csv}. */
    String data(RoundKey round, String file) {
        return "data/" + folder(round) + file;
    }

    /** All tables of a round as one workbook; its name says which it is once it is saved. */
    String workbook(RoundKey round) {
        return data(round, "data-" + (organizer(round.organizer()) + round.year()).replace('/', '-') + ".xlsx");
    }

    static String text(String name) {
        return name + "/" + HOME;
    }

    static String notice(String name) {
        return "notices/" + name + "/" + HOME;
    }

    static String archived(int year, String id) {
        return "archive/" + year + "/" + id + "/" + HOME;
    }

    /** A year's list of archived reports, or a later part of it. */
    static String archiveYear(int year, int part) {
        return "archive/" + year + "/" + (part == 1 ? "" : "_" + part + "/") + HOME;
    }

    static String archiveSiteMap(int number) {
        return "archive/sitemap-" + number + ".xml";
    }

    /** The same page as data. */
    static String json(String page) {
        return page.substring(0, page.length() - HOME.length()) + "index.json";
    }

    private String folder(RoundKey round) {
        return organizer(round.organizer()) + round.year() + "/";
    }

    private String organizer(PlaceCode organizer) {
        return top.filter(organizer::equals).isPresent() ? "" : organizer + "/";
    }

    private static String years(RoundKey before, RoundKey after) {
        return before.year() + "-" + after.year();
    }

    private String slug(PlaceCode place) {
        return places.get(place).slug();
    }
}
