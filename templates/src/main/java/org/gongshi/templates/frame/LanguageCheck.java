package org.gongshi.templates.frame;

import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.satisfaction.Translation;

/** Whether a language has every word of the survey's pages (页面译文核对): one that lacks a word is not opened at all. */
public final class LanguageCheck {
    private static final Wording CHINESE = Wording.load("survey", "zh-CN");

    private LanguageCheck() {}

    /**
     * Names every word that the pages need and that neither the program nor the translation has, or that has other gaps
     * ({@code {0}}) than the Chinese.
     *
     * @param file the translation's file
     */
    public static void pages(Translation translation, Location file, Findings findings) {
        Wording words = Wording.with("survey", translation.language(), translation.words());
        words.lacking(CHINESE)
                .forEach(key -> findings.error(
                        at(file, key),
                        "译文 " + translation.language() + " 缺少页面用语 " + key + "，或其中的 {0} 与原文不一致",
                        "请在 words 中写 " + key + ": …。原文：“" + CHINESE.say(key) + "”"));
        words.strange(CHINESE)
                .forEach(key -> findings.error(
                        at(file, key), "译文 " + translation.language() + " 的页面用语 " + key + " 没有对应的原文", "请删去，或改正键名"));
    }

    private static Location at(Location file, String key) {
        return new Location(file.file(), file.line(), file.column(), "words." + key);
    }
}
