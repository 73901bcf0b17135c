package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures wherever a page of any language shows them (页面上的数字): what is printed is the exact value that stands behind it, and an exact
 * value is one of the downloads. Claimed points (自评得分) are in no table and stay out.
 */
final class ShownFigures {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}/");
    private static final Pattern NUMBER = Pattern.compile("[-+−]?[0-9]{1,15}(?:\\.[0-9]{1,15})?");
    private static final Pattern CHANGES = Pattern.compile("data/(?:[0-9]{6}/)?compare/[^/]+\\.csv");
    /** Fewer decimals are rounded, so that many values share them. */
    private static final int EXACT = 3;

    private static final BigDecimal CUT = new BigDecimal("0.01");
    private static final List<String> TABLES = List.of("grades", "areas", "scores", "indicators");

    private final SiteSource source;
    private final Recount recount;
    private final List<RoundFiles> rounds;
    private final Set<BigDecimal> known = new HashSet<>();

    ShownFigures(SiteSource source, List<RoundFiles> rounds, Recount recount) {
        this.source = source;
        this.rounds = rounds;
        this.recount = recount;
        for (RoundFiles round : rounds) {
            TABLES.forEach(name -> round.table(name).ifPresent(this::know));
        }
    }

    private void know(CsvTable table) {
        table.rows().forEach(row -> row.values().forEach(this::know));
    }

    private void know(String cell) {
        if (NUMBER.matcher(cell).matches()) {
            known.add(number(cell).stripTrailingZeros());
        }
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        paths.forEach(this::changes);
        for (String path : paths) {
            if (path.endsWith("index.html") && isOfRounds(path, paths)) {
                if (Reading.of(source, path) instanceof Reading.Bytes bytes) {
                    page(path, new Markup(new String(bytes.bytes(), StandardCharsets.UTF_8)));
                }
            }
        }
    }

    /** Differences between two years stand in a table of their own. */
    private void changes(String path) {
        if (CHANGES.matcher(path).matches() && Reading.of(source, path) instanceof Reading.Bytes bytes) {
            recount.guarded(path, "changes", () -> know(CsvTable.parse(bytes.bytes())));
        }
    }

    /** Pages of rounds and over the years, in any language; archived reports have figures of their own. */
    private boolean isOfRounds(String path, Set<String> paths) {
        String original = original(path, paths);
        return original.startsWith("regions/")
                || original.startsWith("compare/")
                || rounds.stream().anyMatch(round -> original.startsWith(round.folder()));
    }

    /** The page's address in Chinese: {@code /en/} and the like hold the site once more. */
    static String original(String path, Set<String> paths) {
        Matcher language = LANGUAGE.matcher(path);
        boolean translated = language.lookingAt() && paths.contains(language.group() + "index.html");
        return translated ? path.substring(language.end()) : path;
    }

    private void page(String path, Markup page) {
        boolean claims = path.contains("self-evaluation/");
        for (Markup.Shown shown : page.data()) {
            String value = shown.value();
            if (!NUMBER.matcher(value).matches()) {
                continue;
            }
            Matcher printed = NUMBER.matcher(shown.text());
            boolean same = printed.find()
                    && number(printed.group())
                                    .abs()
                                    .subtract(number(value).abs())
                                    .abs()
                                    .compareTo(CUT)
                            < 0;
            recount.require(path, value, same, "页面上印的是 " + shown.text());
            if (!claims && number(value).scale() >= EXACT) {
                boolean there = known.contains(number(value).stripTrailingZeros());
                recount.require(path, shown.text(), there, "数据表里没有 " + value);
            }
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace('−', '-'));
    }
}
