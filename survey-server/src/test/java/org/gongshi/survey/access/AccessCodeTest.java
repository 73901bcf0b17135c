package org.gongshi.survey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessCodeTest {
    private final List<AccessCode> codes = new CodeMint(new SecureRandom()).mint(200);

    @Test
    void every_single_substitution_is_found() {
        for (AccessCode code : codes) {
            for (int at = 0; at < code.value().length(); at++) {
                for (char other : Crockford.ALPHABET.toCharArray()) {
                    String wrong =
                            code.value().substring(0, at) + other + code.value().substring(at + 1);
                    assertThat(AccessCode.parse(wrong).isPresent()).isEqualTo(wrong.equals(code.value()));
                }
            }
        }
    }

    @Test
    void every_exchange_of_two_characters_is_found() {
        for (AccessCode code : codes) {
            for (int one = 0; one < code.value().length(); one++) {
                for (int two = one + 1; two < code.value().length(); two++) {
                    String wrong = exchanged(code.value(), one, two);
                    assertThat(AccessCode.parse(wrong).isPresent()).isEqualTo(wrong.equals(code.value()));
                }
            }
        }
    }

    @Test
    void a_code_is_printed_in_groups_and_read_back() {
        for (AccessCode code : codes) {
            assertThat(code.printed()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]");
            assertThat(AccessCode.parse(code.printed())).contains(code);
        }
    }

    @Test
    void typing_habits_are_forgiven() {
        AccessCode code = AccessCode.ofBody("0123456789ABCDE1");
        String printed = code.printed();
        assertThat(AccessCode.parse(printed.toLowerCase())).contains(code);
        assertThat(AccessCode.parse(" " + printed.replace("-", " ") + "\n")).contains(code);
        assertThat(AccessCode.parse(printed.replace("-", "　"))).contains(code);
        assertThat(AccessCode.parse(printed.replace("-", "—"))).contains(code);
        assertThat(AccessCode.parse(printed.replace('0', 'O').replace('1', 'l')))
                .contains(code);
        assertThat(AccessCode.parse(printed.replace('0', 'o').replace('1', 'I')))
                .contains(code);
        assertThat(AccessCode.parse(fullWidth(printed))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U", "0000-0000-0000-0000", "00000000000000000000", "请输入", "'; DROP TABLE codes;--"})
    void what_is_no_code_is_none(String typed) {
        assertThat(AccessCode.parse(typed)).isEmpty();
    }

    @Test
    void a_very_long_text_is_no_code() {
        assertThat(AccessCode.parse("-".repeat(1_000_000))).isEmpty();
    }

    @Test
    void codes_differ_and_use_the_whole_alphabet() {
        List<AccessCode> many = new CodeMint(new SecureRandom()).mint(5_000);
        assertThat(new HashSet<>(many)).hasSize(5_000);
        for (int at = 0; at < AccessCode.BODY; at++) {
            int column = at;
            long used = many.stream()
                    .map(code -> code.value().charAt(column))
                    .distinct()
                    .count();
            assertThat(used).isEqualTo(32);
        }
    }

    @Test
    void a_code_never_shows_itself_by_accident() {
        AccessCode code = codes.get(0);
        assertThat("" + code).doesNotContain(code.value()).doesNotContain(code.printed());
    }

    private static String exchanged(String text, int one, int two) {
        char[] characters = text.toCharArray();
        characters[one] = text.charAt(two);
        characters[two] = text.charAt(one);
        return new String(characters);
    }

    private static String fullWidth(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(character -> wide.append((char) (character - '!' + '！')));
        return wide.toString();
    }
}
