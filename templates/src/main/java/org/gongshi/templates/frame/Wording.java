package org.gongshi.templates.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongshi.evaluation.Require;

/**
 * Every word a family of pages says, in one language (页面用语): templates name keys, the words stand in
 * {@code text/FAMILY.LANGUAGE.properties} (UTF-8). A key that is missing stops the page, so that no page can appear
 * half translated. Immutable and thread-safe.
 */
public final class Wording {
    private static final String FOLDER = "/org/gongshi/templates/text/";
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");

    private final String language;
    private final Map<String, String> words;

    private Wording(String language, Map<String, String> words) {
        this.language = language;
        this.words = Map.copyOf(words);
    }

    /**
     * Reads the words of a family of pages.
     *
     * @param family {@code survey} or {@code site}
     * @param language BCP 47 tag, as pages bear it in {@code lang}, e.g. {@code zh-CN}
     * @throws IllegalArgumentException when there is no such file, or a key stands twice in it
     */
    public static Wording load(String family, String language) {
        String file = FOLDER + family + "." + language + ".properties";
        try (InputStream bytes = Wording.class.getResourceAsStream(file)) {
            Require.that(bytes != null, "no words for " + family + " in " + language);
            return read(language, new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read " + file, fault);
        }
    }

    /**
     * The words of a family in one language, of which some may be brought along by the content: those go before the shipped
     * ones. A language that is not shipped consists of them alone.
     *
     * @param own words by key
     * @throws IllegalArgumentException when one of them is blank
     */
    public static Wording with(String family, String language, Map<String, String> own) {
        Map<String, String> words = new TreeMap<>();
        if (Wording.class.getResource(FOLDER + family + "." + language + ".properties") != null) {
            words.putAll(load(family, language).words);
        }
        own.forEach((key, text) -> words.put(key, Require.text(text, "words of " + key)));
        return new Wording(language, words);
    }

    /**
     * Keys of another language's words that have none here, or words with other gaps: as long as there is one, this language
     * must not be shown. Sorted.
     *
     * @param whole the language that is complete
     */
    public List<String> lacking(Wording whole) {
        return whole.words.keySet().stream()
                .filter(key -> !words.containsKey(key) || !gaps(words.get(key)).equals(gaps(whole.words.get(key))))
                .sorted()
                .toList();
    }

    /** Keys of these words that another language does not know. Sorted. */
    public List<String> strange(Wording whole) {
        return words.keySet().stream()
                .filter(key -> !whole.words.containsKey(key))
                .sorted()
                .toList();
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    static Wording read(String language, Reader text) throws IOException {
        Map<String, String> words = new TreeMap<>();
        new OnceEach(words).load(text);
        return new Wording(language, words);
    }

    /** BCP 47 tag, for the {@code lang} of a page. */
    public String language() {
        return language;
    }

    /** All keys, for tests and for completeness of a translation. */
    public Set<String> keys() {
        return words.keySet();
    }

    /**
     * The words of a key, with {@code {0}}, {@code {1}} … replaced by the values.
     *
     * @throws IllegalArgumentException when the key has no words, or a value has no place in them
     */
    public String say(String key, Object... values) {
        String said = words.get(key);
        if (said == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return values.length == 0 ? said : fill(key, said, values);
    }

    /** The words of a key, when there are any. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /** In one pass: a value that happens to hold {@code {1}} stays as it is. */
    private static String fill(String key, String said, Object[] values) {
        var filled = new StringBuilder();
        int placed = 0;
        int from = 0;
        for (int open = said.indexOf('{'); open >= 0; open = said.indexOf('{', from)) {
            int close = said.indexOf('}', open);
            Require.that(close > open, "an open brace in ", key);
            int index = Integer.parseInt(said, open + 1, close, 10);
            Require.that(index < values.length, "too few values for ", key);
            filled.append(said, from, open).append(Objects.requireNonNull(values[index], key));
            placed |= 1 << index;
            from = close + 1;
        }
        Require.that(placed == (1 << values.length) - 1, "no place for some value in ", key);
        return filled.append(said, from, said.length()).toString();
    }

    /** {@link Properties} would let the last of two equal keys win in silence. */
    private static final class OnceEach extends Properties {
        private final transient Map<String, String> words;

        private OnceEach(Map<String, String> words) {
            this.words = words;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            Require.text((String) value, "words of " + key);
            Require.that(words.put((String) key, (String) value) == null, "key twice: ", key);
            return null;
        }
    }
}
