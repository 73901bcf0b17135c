package org.gongshi.templates.frame;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.gongshi.evaluation.Require;

/** Every word that the public pages themselves say, by key, in one language. Immutable and thread-safe. */
public final class Wording {
    private final Properties words;
    private final String language;

    private Wording(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** The words in a language such as {@code zh-CN}.
     * @throws IllegalArgumentException when there are none in that language */
    public static Wording of(String language) {
        String resource = "/org/gongshi/templates/text/site." + language + ".properties";
        try (var stream = Wording.class.getResourceAsStream(resource)) {
            Require.that(stream != null, "no words in language " + language);
            Properties words = new Properties();
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            return new Wording(language, words);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public String language() {
        return language;
    }

    /** The text of a key; {@code {0}} is the first argument and so on.
     * @throws IllegalArgumentException when there is no such key */
    public String text(String key, Object... args) {
        String text = words.getProperty(key);
        Require.that(text != null, "no words for " + key);
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(args[i]));
        }
        return text;
    }
}
