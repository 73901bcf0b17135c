package org.gongshi.templates.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word a page asks for is there, none stands there unused, and none stands in a template. */
class SurveyWordsTest {
    private static final Wording WORDS = Wording.load("survey", "zh-CN");
    private static final Pattern SAID = Pattern.compile("say\\(\"([a-z0-9.-]+)\"");
    private static final Pattern TONED = Pattern.compile("tone\\(\"([a-z0-9.-]+)\"");
    /** Keys that are put together from parts, and those that only the server says. */
    private static final List<String> MADE = List.of(
            "choose.",
            "notice.",
            "hold.",
            "access.",
            "room.state.",
            "room.join.",
            "room.open.",
            "adult.privacy.",
            "child.privacy.",
            "clue.privacy.",
            "fault.",
            "stage.",
            "frame.language");

    @Test
    void every_key_that_is_said_has_words() {
        assertThat(WORDS.keys()).containsAll(said());
    }

    @Test
    void english_has_every_word_and_no_other() {
        Wording english = Wording.load("survey", "en");
        assertThat(english.lacking(WORDS)).isEmpty();
        assertThat(english.strange(WORDS)).isEmpty();
        assertThat(english.keys().stream().map(english::say)).noneMatch(words -> words.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void every_key_with_words_is_said() {
        assertThat(WORDS.keys())
                .filteredOn(key -> MADE.stream().noneMatch(key::startsWith))
                .isSubsetOf(said());
    }

    @ParameterizedTest
    @EnumSource(NoticePage.Kind.class)
    void every_notice_has_a_title_and_a_text(NoticePage.Kind kind) {
        assertThat(WORDS.say("notice." + kind.key() + ".title")).isNotBlank();
        assertThat(WORDS.say("notice." + kind.key() + ".text")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void every_audience_has_a_door(Audience audience) {
        assertThat(WORDS.say("choose." + audience.key() + ".name")).isNotBlank();
        assertThat(WORDS.say("choose." + audience.key() + ".who")).isNotBlank();
    }

    @Test
    void grown_ups_and_children_are_told_the_same_things_in_their_own_words() {
        assertThat(toned("adult.")).isEqualTo(toned("child."));
        assertThat(WORDS.keys().stream().filter(key -> key.startsWith("child.")).map(WORDS::say))
                .noneMatch(words -> words.contains("您"));
    }

    @Test
    void no_template_and_no_script_holds_chinese_words() {
        Pattern han = Pattern.compile("\\p{IsHan}");
        for (Path file : files(Path.of("jte/survey"), Path.of("jte/layout"), Path.of("assets/survey"))) {
            if (!file.endsWith("site.jte") && !file.toString().endsWith(".woff2")) {
                assertThat(han.matcher(read(file)).find()).as(file.toString()).isFalse();
            }
        }
    }

    private static Set<String> toned(String tone) {
        return WORDS.keys().stream()
                .filter(key -> key.startsWith(tone))
                .map(key -> key.substring(tone.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> said() {
        Set<String> keys = new TreeSet<>();
        Path models = Path.of("src/main/java/org/gongshi/templates/survey");
        for (Path file : files(Path.of("jte/survey"), Path.of("jte/layout/survey.jte"), models)) {
            String text = read(file);
            found(SAID, text).filter(key -> !key.endsWith(".")).forEach(keys::add);
            found(TONED, text).filter(key -> !key.endsWith(".")).forEach(key -> {
                keys.add("adult." + key);
                keys.add("child." + key);
            });
        }
        return keys;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }

    private static List<Path> files(Path... roots) {
        return Stream.of(roots)
                .flatMap(SurveyWordsTest::walk)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
