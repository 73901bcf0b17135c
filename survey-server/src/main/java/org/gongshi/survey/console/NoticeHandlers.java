package org.gongshi.survey.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.survey.office.Action;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.NoticePage;
import org.gongshi.templates.office.NoticesPage;

/**
 * The result notice of each place (结果通知单，第十一条、第十四条), to be printed, numbered and sealed: from what was approved and published
 * alone, so that a notice can never say what the site does not.
 */
final class NoticeHandlers {
    private final House house;
    private final Frames frames;
    private final Path site;

    /** @param site the public folder */
    NoticeHandlers(House house, Frames frames, Path site) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.site = Objects.requireNonNull(site, "site");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/notices", Action.SEE_SITE, this::list),
                Route.take("/office/notices/{place}", Action.SEE_SITE, this::show));
    }

    private PublishedTables tables() {
        return PublishedTables.of(site, house.round().round());
    }

    private Answer list(Visit visit) {
        List<AccountsPage.Choice> places = tables().rows("grades").stream()
                .filter(row -> placeOf(row.getOrDefault("place", "")).isPresent())
                .map(row -> new AccountsPage.Choice(row.get("place"), row.getOrDefault("place_name", "")))
                .toList();
        return Answer.page(new NoticesPage(frames.frame(visit, "notices"), places));
    }

    private Optional<Place> placeOf(String code) {
        return house.content().places().stream()
                .filter(place -> place.code().value().equals(code))
                .findFirst();
    }

    private Answer show(Visit visit) {
        String code = visit.request().parts().get("place");
        PublishedTables tables = tables();
        Optional<Place> place = placeOf(code);
        Optional<Map<String, String>> grade =
                of(tables, "grades", code).stream().findFirst();
        if (place.isEmpty() || grade.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        Map<String, String> result = grade.get();
        var page = new NoticePage(
                frames.frame(visit, "notices"),
                place.get().organ(),
                frames.title(),
                new NoticePage.Result(
                        cell(result, "score_shown"),
                        cell(result, "grade"),
                        cell(result, "standards"),
                        cell(result, "standards_basis"),
                        cell(result, "reason"),
                        cell(result, "document")),
                List.of(
                        decision("review", result, "review_body", "review_document", "reviewed"),
                        decision("approval", result, "approval_body", "approval_document", "approved")),
                of(tables, "areas", code).stream()
                        .map(row -> new NoticePage.Area(
                                cell(row, "area_name"),
                                cell(row, "weight"),
                                cell(row, "area_points"),
                                cell(row, "rate")))
                        .toList(),
                of(tables, "problems", code).stream()
                        .map(row -> new NoticePage.Problem(
                                cell(row, "problem"),
                                cell(row, "title"),
                                cell(row, "text"),
                                cell(row, "measures"),
                                cell(row, "deadline"),
                                cell(row, "status_name")))
                        .toList(),
                of(tables, "outcomes", code).stream()
                        .map(row -> new NoticePage.Outcome(
                                cell(row, "date"), cell(row, "kind_name"), cell(row, "text"), cell(row, "document")))
                        .toList(),
                cell(result, "published"),
                cell(result, "approved_digest"));
        return Answer.page(page).about("结果通知单 " + place.get().name());
    }

    private static NoticePage.Decision decision(
            String kind, Map<String, String> row, String body, String document, String date) {
        return new NoticePage.Decision(kind, cell(row, body), cell(row, document), cell(row, date));
    }

    private static List<Map<String, String>> of(PublishedTables tables, String table, String place) {
        return tables.rows(table).stream()
                .filter(row -> place.equals(row.get("place")))
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
