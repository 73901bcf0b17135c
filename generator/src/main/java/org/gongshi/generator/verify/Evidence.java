package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the downloads of a round say of each place, indicator, question and audience (数据表里的依据): the figures that a row of a page about
 * them may show, with those that follow from them (medians of areas, sums of claimed points, days past a deadline).
 */
final class Evidence {
    /** A problem's; what has none says nothing of it. */
    private static final String TITLE = "title";

    private static final List<String> KEYS = List.of("place", "indicator", "item", "audience", "area_name", TITLE);
    private static final Pattern INDICATOR = Pattern.compile("(?<![A-Z0-9])[A-Z][0-9]+-[0-9]+");
    private static final Pattern ITEM = Pattern.compile("^([A-Z][0-9]{2})(?![0-9-])");
    /** Lines of a survey that speak of all places. */
    private static final String ALL_PLACES = "全部地区";

    private static final Map<String, String> AUDIENCES = Map.of("社会公众", "public", "家长", "parent", "学生", "student");

    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> areas = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();
    private final Map<String, List<Row>> byPlace = new HashMap<>();
    private final List<Row> all = new ArrayList<>();
    private String organizer = "";

    /** A row's keys among {@link #KEYS} and its figures. */
    private record Row(Map<String, String> keys, List<String> figures) {
        boolean isAbout(Map<String, String> subject) {
            for (Map.Entry<String, String> key : subject.entrySet()) {
                String own = keys.get(key.getKey());
                boolean any = own == null && !key.getKey().equals(TITLE);
                if (!any && !key.getValue().equals(own)) {
                    return false;
                }
            }
            return true;
        }

        /** The first of the figures that this row does not have after those before it. */
        int after(List<String> wanted, int first) {
            int next = first;
            for (int at = 0; at < figures.size() && next < wanted.size(); at++) {
                if (figures.get(at).equals(wanted.get(next))) {
                    next++;
                }
            }
            return next;
        }
    }

    Evidence(RoundFiles round) {
        round.table("grades")
                .ifPresent(grades -> grades.rows().forEach(row -> places.put(row.get("place_name"), row.get("place"))));
        round.table("survey")
                .ifPresent(survey -> survey.rows().stream()
                        .map(row -> row.getOrDefault("place", ""))
                        .filter(place -> !places.containsValue(place))
                        .findFirst()
                        .ifPresent(place -> organizer = place));
        round.table("areas")
                .ifPresent(table -> AreaSpread.of(table).forEach((area, figures) -> {
                    areas.add(area);
                    add(Map.of("area_name", area), figures);
                }));
        round.table("problems").ifPresent(table -> table.rows().forEach(row -> titles.add(row.get(TITLE))));
        round.tables().forEach((name, table) -> table.rows().forEach(row -> add(row, figures(name, row))));
        new ClaimSums(round).sums().forEach(this::add);
    }

    private void add(Map<String, String> row, List<String> figures) {
        Map<String, String> keys = new HashMap<>();
        KEYS.forEach(key -> Optional.ofNullable(row.get(key))
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> keys.put(key, value)));
        Row evidence = new Row(keys, List.copyOf(figures));
        all.add(evidence);
        byPlace.computeIfAbsent(keys.getOrDefault("place", ""), key -> new ArrayList<>())
                .add(evidence);
    }

    private static List<String> figures(String table, Map<String, String> row) {
        List<String> figures = new ArrayList<>();
        row.values().forEach(cell -> figures.addAll(Figures.of(cell)));
        if (table.equals("problems")) {
            figures.addAll(days(row));
        }
        return figures;
    }

    /** How far the deadline is away from the day the page speaks of. */
    private static List<String> days(Map<String, String> row) {
        try {
            long days =
                    ChronoUnit.DAYS.between(LocalDate.parse(row.get("as_of")), LocalDate.parse(row.get("deadline")));
            return List.of(Long.toString(Math.abs(days)));
        } catch (DateTimeParseException unknown) {
            return List.of();
        }
    }

    /** The place that a page or a row names first. */
    Optional<String> place(String text) {
        return places.entrySet().stream()
                .filter(place -> text.contains(place.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() ->
                        text.contains(ALL_PLACES) && !organizer.isEmpty() ? Optional.of(organizer) : Optional.empty());
    }

    /**
     * Whether the figures stand in that order in what the downloads say of the subject.
     *
     * @param runs how many times over: columns of a page do not all stand in the order of the downloads
     */
    boolean says(Map<String, String> subject, List<String> figures, int runs) {
        List<Row> rows = rows(subject);
        int next = 0;
        for (int run = 0; run < runs && next < figures.size(); run++) {
            for (int row = 0; row < rows.size() && next < figures.size(); row++) {
                next = rows.get(row).after(figures, next);
            }
        }
        return next == figures.size();
    }

    private List<Row> rows(Map<String, String> subject) {
        List<Row> about = new ArrayList<>();
        if (subject.containsKey("place")) {
            about.addAll(byPlace.getOrDefault("", List.of()));
            about.addAll(byPlace.getOrDefault(subject.get("place"), List.of()));
        } else {
            about.addAll(all);
        }
        about.removeIf(row -> !row.isAbout(subject));
        return about;
    }

    /** What a row of a table speaks of. */
    Map<String, String> subject(String title, ShownTable table, ShownTable.Row row) {
        Map<String, String> subject = new HashMap<>();
        place(row.head()).or(() -> place(title.split("[：:]", 2)[0])).ifPresent(place -> subject.put("place", place));
        found(INDICATOR, row.head())
                .or(() -> found(INDICATOR, title))
                .ifPresent(code -> subject.put("indicator", code));
        found(ITEM, row.head()).ifPresent(item -> subject.put("item", item));
        areas.stream().filter(row.head()::equals).findFirst().ifPresent(area -> subject.put("area_name", area));
        if (titles.contains(row.head())) {
            subject.put(TITLE, row.head());
        }
        audience(table, row).ifPresent(audience -> subject.put("audience", audience));
        return subject;
    }

    private static Optional<String> audience(ShownTable table, ShownTable.Row row) {
        if (AUDIENCES.containsValue(table.section())) {
            return Optional.of(table.section());
        }
        return AUDIENCES.entrySet().stream()
                .filter(one -> row.head().endsWith(one.getKey())
                        || row.cells().get(0).equals(one.getKey())
                        || table.id().contains(one.getValue()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(matcher.groupCount())) : Optional.empty();
    }

    /** A number as the downloads write it. */
    static String exact(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
