package org.gongshi.generator.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts as Word counts (自动编号): every list keeps a counter for each level; a number that Word would print is known here as text, so that 一、 and
 * （一） stand in the Markdown although no document holds them as text. Not thread-safe; asked once for each paragraph, in order.
 */
final class Numbering {
    private static final int LEVELS = 9;

    /**
     * What stands before a paragraph.
     *
     * @param bullet whether it is a sign and no number
     * @param plain whether Markdown's own {@code 1.} says the same
     * @param value the number; 0 for a bullet
     * @param text as Word prints it
     */
    record Label(boolean bullet, boolean plain, int value, int level, String text) {}

    private final Map<String, Xml> kinds = new HashMap<>();
    private final Map<String, Xml> instances = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    /** Which instances have begun anew already, by instance and level. */
    private final Map<String, Boolean> begun = new HashMap<>();

    Numbering(Optional<Xml> part) {
        part.ifPresent(root -> {
            for (Xml one : root.children()) {
                if (one.is("w:abstractNum")) {
                    kinds.put(one.attribute("w:abstractNumId"), one);
                } else if (one.is("w:num")) {
                    instances.put(one.attribute("w:numId"), one);
                }
            }
        });
    }

    /** The next number of that list at that level; empty where there is none to print. */
    Optional<Label> next(Styles.Numbered place) {
        Xml instance = instances.get(place.id());
        Optional<Xml> kind = Optional.ofNullable(instance).map(one -> kinds.get(one.value("w:abstractNumId")));
        if (kind.isEmpty() || level(instance, kind.get(), place.level()).isEmpty()) {
            return Optional.empty();
        }
        int[] counts = counters.computeIfAbsent(instance.value("w:abstractNumId"), none -> new int[LEVELS]);
        overridden(instance, place, counts);
        for (int above = 0; above < place.level(); above++) {
            counts[above] = counts[above] == 0 ? start(instance, kind.get(), above) : counts[above];
        }
        counts[place.level()] =
                counts[place.level()] == 0 ? start(instance, kind.get(), place.level()) : counts[place.level()] + 1;
        for (int below = place.level() + 1; below < LEVELS; below++) {
            if (restarts(level(instance, kind.get(), below), place.level())) {
                counts[below] = 0;
            }
        }
        return label(instance, kind.get(), place.level(), counts);
    }

    /** A list that says where it begins, begins there the first time it is used. */
    private void overridden(Xml instance, Styles.Numbered place, int[] counts) {
        boolean begins = instance.children().stream()
                .anyMatch(one -> one.is("w:lvlOverride")
                        && one.attribute("w:ilvl").equals(Integer.toString(place.level()))
                        && one.at("w:startOverride").isPresent());
        if (begins && begun.putIfAbsent(place.id() + "/" + place.level(), true) == null) {
            counts[place.level()] = 0;
        }
    }

    private static boolean restarts(Optional<Xml> level, int used) {
        String after = level.map(one -> one.value("w:lvlRestart")).orElse("");
        return after.isEmpty() || !after.equals("0") && after.matches("[1-9]") && used < Integer.parseInt(after);
    }

    private Optional<Xml> level(Xml instance, Xml kind, int level) {
        String wanted = Integer.toString(level);
        Optional<Xml> own = instance.children().stream()
                .filter(one ->
                        one.is("w:lvlOverride") && one.attribute("w:ilvl").equals(wanted))
                .flatMap(one -> one.at("w:lvl").stream())
                .findFirst();
        return own.or(() -> kind.children().stream()
                .filter(one -> one.is("w:lvl") && one.attribute("w:ilvl").equals(wanted))
                .findFirst());
    }

    private int start(Xml instance, Xml kind, int level) {
        String wanted = Integer.toString(level);
        String start = instance.children().stream()
                .filter(one ->
                        one.is("w:lvlOverride") && one.attribute("w:ilvl").equals(wanted))
                .map(one -> one.value("w:startOverride"))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .or(() -> level(instance, kind, level).map(one -> one.value("w:start")))
                .orElse("");
        return start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 1;
    }

    private Optional<Label> label(Xml instance, Xml kind, int at, int[] counts) {
        Xml level = level(instance, kind, at).orElseThrow();
        String form = level.value("w:numFmt");
        String pattern = level.value("w:lvlText");
        if (form.equals("bullet")) {
            return Optional.of(new Label(true, true, 0, at, "•"));
        }
        if (form.equals("none") || pattern.isEmpty()) {
            return Optional.empty();
        }
        String text = pattern;
        boolean decimals = level.at("w:isLgl").isPresent();
        for (int each = 0; each < LEVELS && text.contains("%"); each++) {
            String own = decimals
                    ? "decimal"
                    : level(instance, kind, each)
                            .map(one -> one.value("w:numFmt"))
                            .orElse("decimal");
            text = text.replace("%" + (each + 1), NumberForms.written(counts[each], own));
        }
        boolean plain = (form.isEmpty() || form.equals("decimal")) && pattern.matches("%[1-9][.．、]");
        return Optional.of(new Label(false, plain, counts[at], at, text));
    }
}
