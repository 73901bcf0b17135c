package org.gongshi.templates.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast of every pair of colours that meet on a page, computed from the tokens of the style sheet (WCAG 2.2, 1.4.3 and 1.4.11). */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    /** Text on ground. */
    private static final List<String[]> TEXTS = pairs(
            "ink paper",
            "ink ground",
            "soft paper",
            "soft ground",
            "accent paper",
            "accent ground",
            "on-band band",
            "on-seal seal",
            "excellent paper",
            "excellent excellent-tint",
            "qualified paper",
            "qualified qualified-tint",
            "unqualified paper",
            "unqualified unqualified-tint",
            "unqualified ground",
            "ink excellent-tint",
            "ink qualified-tint",
            "ink unqualified-tint",
            "soft excellent-tint",
            "soft qualified-tint",
            "soft unqualified-tint",
            "awaited paper",
            "awaited awaited-tint",
            "ink awaited-tint",
            "warn paper",
            "warn warn-tint",
            "ink warn-tint",
            "accent warn-tint",
            "soft warn-tint",
            "ink level-1",
            "ink level-2",
            "ink level-3",
            "ink level-4",
            "ink level-5",
            "paper excellent",
            "paper qualified",
            "paper unqualified");

    /** Marks that carry meaning on ground. */
    private static final List<String[]> MARKS = pairs(
            "mark paper",
            "mark faint",
            "mark share-3",
            "strong-line paper",
            "focus paper",
            "focus ground",
            "excellent paper",
            "qualified paper",
            "unqualified paper");

    @Test
    void is_enough_for_text_in_every_theme() {
        themes().forEach((theme, tokens) -> TEXTS.forEach(pair -> assertThat(contrast(tokens, pair))
                .as(theme + ": " + pair[0] + " on " + pair[1])
                .isGreaterThanOrEqualTo(TEXT)));
    }

    @Test
    void is_enough_for_marks_in_every_theme() {
        themes().forEach((theme, tokens) -> MARKS.forEach(pair -> assertThat(contrast(tokens, pair))
                .as(theme + ": " + pair[0] + " on " + pair[1])
                .isGreaterThanOrEqualTo(MARK)));
    }

    @Test
    void is_computed_as_the_recommendation_says() {
        Map<String, String> tokens = Map.of("a", "#000000", "b", "#ffffff", "c", "#767676");
        assertThat(contrast(tokens, new String[] {"a", "b"})).isEqualTo(21);
        assertThat(contrast(tokens, new String[] {"c", "b"})).isBetween(4.54, 4.55);
    }

    @Test
    void is_kept_by_writing_no_colour_outside_of_the_tokens() {
        String rules = TOKEN.matcher(css()).replaceAll("");
        assertThat(Pattern.compile("#[0-9a-fA-F]{3,8}\\b")
                        .matcher(rules)
                        .results()
                        .map(result -> result.group())
                        .toList())
                // the one rule that prints the demonstration's frame in black
                .containsExactly("#000000");
    }

    private static Map<String, Map<String, String>> themes() {
        String css = css();
        Map<String, String> light = tokens(block(css, ":root {"));
        Map<String, Map<String, String>> themes = new TreeMap<>();
        themes.put("light", light);
        themes.put("dark", over(light, block(css, "@media screen and (prefers-color-scheme: dark) {")));
        themes.put("more contrast", over(light, block(css, "@media (prefers-contrast: more) {")));
        themes.put("高对比度", over(light, block(css, "html.contrast body, body:target {")));
        assertThat(themes.values()).allSatisfy(tokens -> assertThat(tokens).hasSizeGreaterThan(30));
        assertThat(themes.get("dark")).isNotEqualTo(light);
        return themes;
    }

    private static Map<String, String> over(Map<String, String> light, String block) {
        Map<String, String> tokens = new LinkedHashMap<>(light);
        tokens.putAll(tokens(block));
        return tokens;
    }

    private static String block(String css, String opening) {
        int from = css.indexOf(opening);
        assertThat(from).as(opening).isNotNegative();
        return css.substring(from, css.indexOf("\n}", from));
    }

    private static Map<String, String> tokens(String block) {
        Map<String, String> tokens = new LinkedHashMap<>();
        Matcher matcher = TOKEN.matcher(block);
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static double contrast(Map<String, String> tokens, String[] pair) {
        double a = luminance(tokens.get(pair[0]));
        double b = luminance(tokens.get(pair[1]));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static List<String[]> pairs(String... pairs) {
        return java.util.Arrays.stream(pairs).map(pair -> pair.split(" ")).toList();
    }

    private static String css() {
        return new String(SiteAssets.all().get("assets/site/site.css"), StandardCharsets.UTF_8);
    }
}
