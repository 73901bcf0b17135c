package org.gongshi.evaluation.archive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.Score;

/**
 * A report of an earlier year as it was published then (历年报告): its text and its points, without rules and raw values.
 *
 * @param id its word in addresses, unique in its year
 * @param score the weighted score as published, which may have been rounded
 * @param date first publication
 * @param body Markdown
 */
@Article({13, 14})
public record ArchivedReport(
        String id,
        String title,
        int year,
        LocalDate date,
        Score score,
        List<Area> areas,
        List<Item> items,
        String body) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public ArchivedReport {
        Require.that(isId(id), "an id is a letter, then letters, digits and hyphens: ", id);
        Require.text(title, "title");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(score, "score");
        areas = List.copyOf(areas);
        items = List.copyOf(items);
        Require.text(body, "body");
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** An area with its points, 0 to 100. */
    public record Area(String name, Score score) {
        public Area {
            Require.text(name, "name");
            Objects.requireNonNull(score, "score");
        }
    }

    /** An indicator: its area's name, its weight of 100, its points. */
    public record Item(String name, String area, BigDecimal weight, Score score) {
        public Item {
            Require.text(name, "name");
            Require.text(area, "area");
            Require.that(weight.signum() > 0, "a weight lies above 0: ", weight);
            Objects.requireNonNull(score, "score");
        }

        /** weight × points ÷ 100, exact. */
        public BigDecimal contribution() {
            return weight.multiply(score.value()).movePointLeft(2);
        }
    }

    /** The sum of all contributions, exact. */
    public BigDecimal recomputed() {
        return items.stream().map(Item::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
