package org.gongshi.evaluation.site;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The public site in another language (网站译文), as it was decided on. A wording is kept under the very text that it translates: when
 * the original changes there is no translation of it any more, and no page shows the old one.
 *
 * @param language BCP 47 tag, such as {@code en} or {@code mn-Mong}
 * @param name the language's own name for itself, as the switch between languages shows it
 * @param decision who approved it, and of what
 * @param texts wording by original text; words of the pages under {@code words.} and their key
 * @param pages translated texts and notices, by path of the original file
 */
public record SiteTranslation(
        String language, String name, Decision decision, Map<String, String> texts, Map<String, SiteText> pages) {
    private static final String WORDS = "words.";

    public SiteTranslation {
        Require.text(language, "language");
        Require.text(name, "name");
        Objects.requireNonNull(decision, "decision");
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        pages = Collections.unmodifiableMap(new TreeMap<>(pages));
    }

    /**
     * The approval of a translation (译文审定).
     *
     * @param date not before this day
     * @param digest of all its files; another byte in one of them, and nothing is published
     */
    public record Decision(String body, String document, LocalDate date, Digest digest) {
        public Decision {
            Require.text(body, "body");
            Require.text(document, "document");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(digest, "digest");
        }
    }

    /** The words of the pages that the translation brings along, by their own keys. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(WORDS)) {
                words.put(key.substring(WORDS.length()), text);
            }
        });
        return words;
    }
}
