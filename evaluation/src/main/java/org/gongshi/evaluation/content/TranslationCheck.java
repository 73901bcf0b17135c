package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.Closest;
import org.gongshi.evaluation.content.source.Shown;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.site.Site;

/** Holds every translation against the Chinese content (译文核对): a language that lacks one wording is not opened at all. */
final class TranslationCheck {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final ContentReader content;
    private final RoundKey key;
    private final Findings findings;

    TranslationCheck(ContentReader content, RoundKey key, Findings findings) {
        this.content = content;
        this.key = key;
        this.findings = findings;
    }

    void check() {
        Map<String, Located<Translation>> translations = content.locatedTranslations(key);
        Optional<Site> site = content.site();
        Optional<Places> register = content.places();
        Optional<Round> round = content.round(key);
        List<Questionnaire> questionnaires =
                List.copyOf(content.questionnaires(key).values());
        if (translations.isEmpty() || site.isEmpty() || register.isEmpty() || round.isEmpty()) {
            return;
        }
        List<Place> places = round.get().places().stream()
                .flatMap(code -> register.get().find(code).stream())
                .toList();
        Map<String, String> wanted = Translation.wanted(
                site.get().name(), site.get().sponsor(), round.get().title(), places, questionnaires);
        translations.values().forEach(translation -> check(translation, wanted));
    }

    private void check(Located<Translation> translation, Map<String, String> wanted) {
        Map<String, String> texts = translation.value().texts();
        String language = translation.value().language();
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            Location at = translation.at().at(entry.getKey());
            String text = texts.get(entry.getKey());
            if (text == null) {
                findings.error(
                        at,
                        "译文 " + language + " 缺少 " + entry.getKey(),
                        "原文：“" + Shown.of(entry.getValue()) + "”。译文不全的语言不开放");
            } else if (text.equals(entry.getValue()) && HAN.matcher(text).find()) {
                findings.error(
                        at, "译文 " + language + " 的 " + entry.getKey() + " 还是中文原文", "请译出，或从方案的 languages 中去掉这种语言");
            }
        }
        List<String> strange = new ArrayList<>(texts.keySet());
        strange.removeIf(name -> wanted.containsKey(name) || Translation.isWord(name));
        for (String name : strange) {
            findings.error(
                    translation.at().at(name),
                    "译文 " + language + " 的 " + Shown.of(name) + " 没有对应的原文",
                    Closest.to(name, List.copyOf(wanted.keySet()))
                            .map(close -> "是否应为 " + close + "？")
                            .orElse("请删去，或改正键名"));
        }
    }
}
