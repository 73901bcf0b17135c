package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * What became of every word of a document: taken into the Markdown, or left out and told. In the end both are held against the document itself, so
 * that whatever a reader of constructs does not know is told too.
 */
final class Ledger {
    private static final int EXAMPLES = 10;
    private static final int LONGEST = 30;
    private static final Set<String> WORDS = Set.of("w:t", "w:sym", "m:t");

    private final Map<Loss, List<String>> told = new EnumMap<>(Loss.class);
    private final Set<Xml> accounted = Collections.newSetFromMap(new IdentityHashMap<>());
    private String where = "";

    /** From here on everything stands there: 第 3 段. */
    void at(String place) {
        where = place;
    }

    String where() {
        return where;
    }

    /** The words of this element stand in the Markdown. */
    void took(Xml element) {
        accounted.add(element);
    }

    /** An element with all that is in it is left out, which is told; nothing is told of an element without words. */
    void left(Xml element, Loss loss) {
        accounted.add(element);
        if (!element.words().isBlank()) {
            tell(loss, element.words());
        }
    }

    /** An element is left out on purpose, and nothing needs to be told. */
    void passed(Xml element) {
        accounted.add(element);
    }

    void tell(Loss loss, String words) {
        String plain = Line.oneLine(words);
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        List<String> places = told.computeIfAbsent(loss, none -> new ArrayList<>());
        String place = where + (cut.isEmpty() ? "" : "“" + cut + "”");
        // One after the other at the same place are one.
        if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
            places.add(place);
        }
    }

    /** Tells of words that nobody accounted for. */
    void audit(Xml element) {
        if (accounted.contains(element)) {
            return;
        }
        if (WORDS.contains(element.name())
                && !(element.is("w:t") && element.text().isBlank())) {
            tell(Loss.MISSING, element.text());
        }
        element.children().forEach(this::audit);
    }

    void report(String file, Findings findings) {
        told.forEach((loss, places) -> findings.warning(
                Location.of(file), loss.message() + "（" + places.size() + " 处）：" + shown(places), loss.hint()));
    }

    private static String shown(List<String> places) {
        String some = String.join("、", places.stream().limit(EXAMPLES).toList());
        return places.size() > EXAMPLES ? some + " 等" : some;
    }
}
