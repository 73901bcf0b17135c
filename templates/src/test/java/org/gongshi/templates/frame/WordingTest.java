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
}
