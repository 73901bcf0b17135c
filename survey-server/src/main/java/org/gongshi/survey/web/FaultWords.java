package org.gongshi.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.templates.frame.Wording;

/**
 * What is wrong with a field, in the language of the page (出错提示的译文). The house speaks Chinese, also to programs; its
 * sentences stand once more under {@code fault.} among the words of the pages, and that is how they are found again here.
 */
final class FaultWords {
    /** What is said instead of a sentence that is not among the words: never Chinese in a page of another language. */
    static final String OTHER = "fault.other";

    private static final String FAULT = "fault.";
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");

    private final Wording chinese;
    private final Wording words;
    private final List<Sentence> sentences = new ArrayList<>();

    FaultWords(Wording chinese, Wording words) {
        this.chinese = chinese;
        this.words = words;
        chinese.keys().stream()
                .filter(key -> key.startsWith(FAULT))
                .sorted()
                .forEach(key -> sentences.add(new Sentence(key, pattern(chinese.say(key)))));
    }

    private record Sentence(String key, Pattern pattern) {}

    /** The sentence in the language of the page. */
    String say(String sentence) {
        if (words == chinese) {
            return sentence;
        }
        for (Sentence known : sentences) {
            Matcher matcher = known.pattern().matcher(sentence);
            if (matcher.matches()) {
                Object[] values = new Object[matcher.groupCount()];
                for (int group = 0; group < values.length; group++) {
                    values[group] = matcher.group(group + 1);
                }
                return words.say(known.key(), values);
            }
        }
        return words.say(OTHER);
    }

    private static Pattern pattern(String said) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        Matcher gap = GAP.matcher(said);
        while (gap.find()) {
            pattern.append(Pattern.quote(said.substring(from, gap.start()))).append("([0-9]+)");
            from = gap.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(said.substring(from))).toString());
    }
}
