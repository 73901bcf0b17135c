package org.gongshi.survey.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Wording;

/**
 * A language of the tests (伪语言): every wording becomes letters that mean nothing, of Mongolian script for {@code mn-Mong}, about as
 * long as a translation would be. It tries the machinery; nobody takes it for a translation.
 */
final class PseudoLanguage {
    private static final String MONGOLIAN = "ᠠᠡᠢᠣᠤᠥᠦᠨᠪᠬᠭᠮᠯᠰᠲᠳᠴᠵᠶᠷ";
    private static final String LATIN = "aeiounbkgmlstdcjyr";
    private static final Pattern KEPT = Pattern.compile("\\{[0-9]}|[0-9]+");

    private PseudoLanguage() {}

    static Translation translation(
            String language, Site site, String round, List<Place> places, Map<Audience, Questionnaire> questionnaires) {
        Map<String, String> texts = new TreeMap<>();
        Translation.wanted(site.name(), site.sponsor(), round, places, questionnaires.values())
                .forEach((key, text) -> texts.put(key, word(language, key, text)));
        Wording chinese = Wording.load("survey", "zh-CN");
        chinese.keys().forEach(key -> texts.put("words." + key, word(language, key, chinese.say(key))));
        texts.put("words.frame.moment", "yyyy-MM-dd HH:mm");
        return new Translation(language, Digest.of(new byte[0]), texts);
    }

    /** Two letters for every Chinese character, a blank after some; figures and gaps stay. */
    static String word(String language, String key, String text) {
        String letters = language.contains("Mong") ? MONGOLIAN : LATIN;
        StringBuilder word = new StringBuilder();
        Matcher kept = KEPT.matcher(text);
        int at = 0;
        for (MatchResult piece : kept.results().toList()) {
            at = letters(letters, key, text, at, piece.start(), word);
            word.append(' ').append(piece.group()).append(' ');
            at = piece.end();
        }
        letters(letters, key, text, at, text.length(), word);
        return word.toString().replaceAll(" +", " ").strip();
    }

    private static int letters(String letters, String key, String text, int from, int to, StringBuilder word) {
        for (int at = from; at < to; at++) {
            int seed = 31 * (31 * key.hashCode() + at) + text.charAt(at);
            word.append(letters.charAt(Math.floorMod(seed, letters.length())))
                    .append(letters.charAt(Math.floorMod(seed / 31, letters.length())))
                    .append(Math.floorMod(seed, 3) == 0 ? " " : "");
        }
        return to;
    }
}
