package org.gongshi.generator.verify;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.generator.document.PrintedText;

/**
 * Printed reports against their pages (报告 PDF): the approved text letter by letter in its order, the scores of the place, and no figure
 * that neither the report's page nor the place's has.
 */
final class PrintCheck {
    private static final Pattern PRINT = Pattern.compile("(.*/)report/[0-9]{4}-[^/]*\\.pdf");
    private static final Pattern ARTICLE = Pattern.compile("<article class=\"prose\">(.*?)</article>", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}]+");
    /** Stands for a character that the font does not have. */
    private static final char MISSING = '〓';

    private final SiteSource source;
    private final Recount recount;

    PrintCheck(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        for (String path : paths) {
            Matcher print = PRINT.matcher(path);
            if (print.matches()
                    && Reading.of(source, path) instanceof Reading.Bytes pdf
                    && Reading.of(source, print.group(1) + "report/index.html") instanceof Reading.Bytes page
                    && Reading.of(source, print.group(1) + "index.html") instanceof Reading.Bytes place) {
                recount.guarded(
                        path,
                        "PDF",
                        () -> print(
                                path,
                                pdf.bytes(),
                                Markup.of(page.bytes()).html(),
                                Markup.of(place.bytes()).html()));
            }
        }
    }

    private static List<String> read(byte[] pdf) {
        try {
            return PrintedText.pages(pdf);
        } catch (IOException fault) {
            throw new IllegalArgumentException("无法读取：" + Reasons.of(fault), fault);
        }
    }

    /** Lines run through all cells of a row, whose texts are whole only in the order of the tags. */
    private static String spoken(byte[] pdf) {
        try {
            return PrintedText.spoken(pdf);
        } catch (IOException fault) {
            throw new IllegalArgumentException("无法读取：" + Reasons.of(fault), fault);
        }
    }

    private void print(String path, byte[] pdf, String report, String place) {
        List<String> printed = read(pdf);
        String all = String.join("\n", printed);
        Matcher article = ARTICLE.matcher(report);
        String text = plain(article.find() ? Markup.text(article.group(1)) : "");
        int reached = reached(text, plain(all));
        if (reached < text.length()) {
            reached = Math.max(reached, reached(text, plain(spoken(pdf))));
        }
        recount.require(
                path,
                "text",
                reached == text.length(),
                "与网页上的报告不同，从“" + text.substring(Math.max(0, reached - 10), Math.min(text.length(), reached + 10))
                        + "”起");
        Set<String> known = new HashSet<>(Figures.of(Markup.text(apart(report))));
        known.addAll(Figures.of(Markup.text(apart(place))));
        List<String> strange = new ArrayList<>();
        for (int page = 0; page < printed.size(); page++) {
            for (String figure : Figures.of(printed.get(page).replaceAll("SHA.?256", ""))) {
                if (!known.contains(figure) && !figure.replace("-", "").equals(Integer.toString(page + 1))) {
                    strange.add(figure);
                }
            }
        }
        if (!strange.isEmpty()) {
            strange.removeAll(brokenOverLines(known, Figures.of(all), Figures.of(spoken(pdf))));
        }
        recount.require(path, "figures", strange.isEmpty(), "网页上没有这些数字：" + strange);
        scores(path, all, place);
    }

    /** Pieces of figures that break at the end of a line, such as dates in a narrow cell: whole where they are read aloud. */
    private static List<String> brokenOverLines(Set<String> known, List<String> seen, List<String> spoken) {
        return spoken.stream()
                .filter(figure -> known.contains(figure)
                        && Collections.frequency(spoken, figure) > Collections.frequency(seen, figure))
                .distinct()
                .flatMap(figure -> Arrays.stream(figure.split("[-.]")))
                .flatMap(piece -> Stream.of(piece, "-" + piece))
                .toList();
    }

    /** Every line of the trace stands in the print with its figures, in its order. */
    private void scores(String path, String printed, String place) {
        List<String> figures = Figures.of(printed);
        ShownTable.of(place).stream()
                .filter(table -> table.id().equals("trace"))
                .flatMap(table -> table.rows().stream())
                .forEach(row -> recount.require(
                        path,
                        row.head(),
                        Figures.follow(
                                Figures.of(row.printed().get(row.printed().size() - 1)), figures),
                        "核算表里的 " + row.printed().get(row.printed().size() - 1) + " 没有印出来"));
    }

    /** How much of the text stands in the other in its order, whatever stands between. */
    private static int reached(String text, String printed) {
        int next = 0;
        for (int at = 0; at < printed.length() && next < text.length(); at++) {
            if (printed.charAt(at) == text.charAt(next) || printed.charAt(at) == MISSING) {
                next++;
            }
        }
        return next;
    }

    /** Cells beside each other are not one number. */
    private static String apart(String html) {
        return html.replace("<", " <");
    }

    private static String plain(String text) {
        return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
