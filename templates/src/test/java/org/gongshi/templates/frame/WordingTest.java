package org.gongshi.templates.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void says_the_words_of_a_key() throws IOException {
        assertThat(words("title=满意度调查").say("title")).isEqualTo("满意度调查");
    }

    @Test
    void fills_values_in_once_and_leaves_braces_in_them_alone() throws IOException {
        assertThat(words("count=已答 {0} 题，共 {1} 题").say("count", "{1}", 20)).isEqualTo("已答 {1} 题，共 20 题");
    }

    @Test
    void stops_at_a_missing_key() throws IOException {
        Wording words = words("title=调查");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.say("titel"))
                .withMessageContaining("titel");
    }

    @Test
    void stops_when_values_and_places_differ() throws IOException {
        Wording words = words("none=完\none={0} 题\ntwo={0} 和 {1}");
        assertThatIllegalArgumentException().isThrownBy(() -> words.say("none", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> words.say("two", 1));
    }

    @Test
    void refuses_a_key_twice_and_a_key_without_words() {
        assertThatIllegalArgumentException().isThrownBy(() -> words("a=一\na=二")).withMessageContaining("key twice: a");
        assertThatIllegalArgumentException().isThrownBy(() -> words("a="));
    }

    @Test
    void refuses_a_language_that_nobody_wrote() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wording.load("survey", "xx"))
                .withMessageContaining("survey in xx");
    }

    private static Wording words(String text) throws IOException {
        return Wording.read("zh-CN", new StringReader(text));
    }

    @Test
    void a_language_lacks_what_has_no_words_or_other_gaps() throws java.io.IOException {
        Wording whole = Wording.read("zh-CN", new java.io.StringReader("a=甲 {0}\nb=乙\nc=丙 {0} {1}\n"));
        Wording part = Wording.with("nothing", "qaa", java.util.Map.of("a", "one {0}", "c", "three {0}", "d", "four"));
        assertThat(part.lacking(whole)).containsExactly("b", "c");
        assertThat(part.strange(whole)).containsExactly("d");
        assertThat(whole.lacking(whole)).isEmpty();
    }

    @Test
    void words_of_the_content_go_before_the_shipped_ones() {
        Wording words = Wording.with("survey", "en", java.util.Map.of("frame.home", "Home"));
        assertThat(words.say("frame.home")).isEqualTo("Home");
        assertThat(words.say("frame.language")).isEqualTo("English");
    }
}
