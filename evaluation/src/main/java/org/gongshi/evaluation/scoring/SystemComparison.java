package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/**
 * The indicator systems of two years beside each other (指标体系比较): whether the weighted scores of the two years may be compared.
 *
 * <p>An indicator is <em>the same</em> when code, name and rule are; its shared weight is the smaller of its two weights. Scores
 * are compared when the areas are the same and the shared weights of the same indicators add up to {@link #ENOUGH} of 100 at
 * least. Below that a difference of scores would say more about the system than about the places.
 *
 * @param changes what differs, in the order of the later system, withdrawn indicators last
 * @param shared points of 100 that the same indicators weigh in both years
 * @param sameAreas whether both years have the same areas
 */
@Article({5, 6})
public record SystemComparison(List<Change> changes, BigDecimal shared, boolean sameAreas) {
    /** Points of 100 that must weigh on the same indicators (可比的最低共同权重). */
    public static final BigDecimal ENOUGH = BigDecimal.valueOf(80);

    public SystemComparison {
        changes = List.copyOf(changes);
    }

    /** How an indicator differs. */
    public enum Kind {
        /** Not in the earlier year (新增). */
        ADDED,
        /** Not in the later year (取消). */
        WITHDRAWN,
        /** Another name or rule: its points mean something else (规则调整). */
        REDEFINED,
        /** The same, with another weight (权重调整). */
        REWEIGHTED;

        /** Its word in wording keys. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One difference; the earlier or the later indicator is missing where there was none. */
    public record Change(Kind kind, Optional<Indicator> before, Optional<Indicator> after) {
        /** The indicator as it is now, or as it was last. */
        public Indicator indicator() {
            return after.or(() -> before).orElseThrow();
        }
    }

    /** Compares an earlier system with a later one. */
    public static SystemComparison of(IndicatorSystem before, IndicatorSystem after) {
        List<Change> changes = new ArrayList<>();
        BigDecimal shared = BigDecimal.ZERO;
        for (Indicator now : after.indicators()) {
            Optional<Indicator> then = before.find(now.code());
            kind(then, now).ifPresent(kind -> changes.add(new Change(kind, then, Optional.of(now))));
            if (then.filter(old -> isSame(old, now)).isPresent()) {
                shared = shared.add(then.get().weight().min(now.weight()));
            }
        }
        for (Indicator then : before.indicators()) {
            if (after.find(then.code()).isEmpty()) {
                changes.add(new Change(Kind.WITHDRAWN, Optional.of(then), Optional.empty()));
            }
        }
        return new SystemComparison(changes, shared, areas(before).equals(areas(after)));
    }

    /** Whether scores of the two years may stand beside each other. */
    public boolean isComparable() {
        return sameAreas && shared.compareTo(ENOUGH) >= 0;
    }

    /** Whether nothing at all changed. */
    public boolean isIdentical() {
        return sameAreas && changes.isEmpty();
    }

    /** Whether an indicator means the same in both. */
    public static boolean isSame(Indicator before, Indicator after) {
        return before.code().equals(after.code())
                && before.name().equals(after.name())
                && before.rule().equals(after.rule());
    }

    private static Optional<Kind> kind(Optional<Indicator> before, Indicator after) {
        if (before.isEmpty()) {
            return Optional.of(Kind.ADDED);
        }
        if (!isSame(before.get(), after)) {
            return Optional.of(Kind.REDEFINED);
        }
        boolean weighs = before.get().weight().compareTo(after.weight()) == 0;
        return weighs ? Optional.empty() : Optional.of(Kind.REWEIGHTED);
    }

    private static List<String> areas(IndicatorSystem system) {
        return system.areas().stream()
                .map(area -> area.id() + " " + area.name())
                .toList();
    }
}
