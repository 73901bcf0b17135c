package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.gongshi.evaluation.satisfaction.Share;
import org.junit.jupiter.api.Test;

class ShareAuditTest {
    private final ShareAudit audit = new ShareAudit(Surveys.plan());

    /** An item with so many people by option, 5 first. */
    static ItemRow item(int... counts) {
        int base = java.util.Arrays.stream(counts).sum();
        Map<Integer, OptionCount> options = new TreeMap<>();
        double mean = 0;
        for (int at = 0; at < 5; at++) {
            options.put(5 - at, new OptionCount(100.0 * counts[at] / base, counts[at], base));
            mean += (100.0 - 25 * at) * counts[at] / base;
        }
        int satisfied = counts[0] + counts[1];
        return new ItemRow(
                "P01",
                Figure.plain(base, mean, "mean"),
                Figure.plain(base, 100.0 * satisfied / base, "rate"),
                new OptionCount(100.0 * satisfied / base, satisfied, base),
                options,
                new OptionCount(0, 0, base));
    }

    /** 200 people, six of them 很不满意: the other four shares leave 3 ± 2 percent, which is 2 to 10 people. */
    @Test
    void a_single_banded_share_would_come_back_as_the_rest() {
        ItemRow item = item(90, 60, 24, 20, 6);
        assertThat(audit.givesAway(item, audit.banded(item))).isTrue();
        ItemShares safe = audit.protect(item);
        assertThat(safe.options().get(1).shown()).isEqualTo("≤6%");
        assertThat(safe.options().get(2).bound()).isEqualTo(Share.Bound.AT_MOST);
        assertThat(audit.givesAway(item, safe)).isFalse();
    }

    @Test
    void large_counts_are_shown_as_they_are() {
        ItemRow item = item(900, 600, 300, 150, 50);
        assertThat(audit.protect(item).options().values()).allMatch(share -> share.bound() == Share.Bound.ABOUT);
    }

    @Test
    void published_bounds_are_true_and_give_nothing_away() {
        Random random = new Random(8);
        int bare = 0;
        for (int trial = 0; trial < 400; trial++) {
            ItemRow item = item(
                    15 + random.nextInt(120),
                    10 + random.nextInt(80),
                    5 + random.nextInt(30),
                    random.nextInt(20),
                    random.nextInt(12));
            bare += audit.givesAway(item, audit.banded(item)) ? 1 : 0;
            ItemShares safe = audit.protect(item);
            assertThat(audit.givesAway(item, safe)).as("trial %d", trial).isFalse();
            safe.options().forEach((value, share) -> {
                double[] range = Bands.range(share);
                assertThat(item.options().get(value).percent()).isBetween(range[0], range[1]);
            });
        }
        assertThat(bare).as("without the audit").isGreaterThan(20);
    }

    /** Two places of equal weight: the whole less the large place pins the four people of the small one. */
    @Test
    void the_whole_less_the_other_places_gives_no_small_share_back() {
        ItemRow small = item(30, 20, 10, 11, 4);
        ItemRow large = item(400, 250, 150, 100, 100);
        ItemRow both = item(400, 258, 142, 123, 77);
        RowTree tree =
                new RowTree(List.of(row(0, 2000, both), row(1, 1000, small), row(2, 1000, large)), List.of(-1, 0, 0));
        List<Optional<ItemShares>> published = List.of(
                Optional.of(audit.banded(both)), Optional.of(audit.protect(small)), Optional.of(audit.protect(large)));
        var treeAudit = new TreeAudit(tree);
        assertThat(treeAudit.givesAway(
                        0,
                        published,
                        item -> item.options().get(1),
                        shares -> Optional.ofNullable(shares.options().get(1))))
                .isTrue();
        List<Optional<ItemShares>> safe = treeAudit.protect(0, published);
        assertThat(safe.get(0).orElseThrow().options()).isEmpty();
        assertThat(safe.subList(1, 3)).isEqualTo(published.subList(1, 3));
    }

    private static RawRow row(int place, long population, ItemRow item) {
        Figure none = Figure.plain(item.satisfied().n(), 50, "none");
        return new RawRow(
                Surveys.place(place),
                Optional.empty(),
                population,
                population,
                item.satisfied().n(),
                9,
                none,
                none,
                new OptionCount(50, 100, 200),
                List.of(item));
    }
}
