package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of a text (数字) in their order: numbers with a sign that is no range's, and dates as a whole. */
final class Figures {
    private static final Pattern FIGURE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|(?<![0-9.])[-−]?[0-9]+(?:\\.[0-9]+)?");

    private Figures() {}

    static List<String> of(String text) {
        List<String> figures = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            figures.add(matcher.group().replace('−', '-'));
        }
        return figures;
    }

    /** Whether the figures stand in the others in the same order, whatever stands between them. */
    static boolean follow(List<String> figures, List<String> others) {
        int next = 0;
        for (int at = 0; at < others.size() && next < figures.size(); at++) {
            if (others.get(at).equals(figures.get(next))) {
                next++;
            }
        }
        return next == figures.size();
    }
}
