package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServeSettingsTest {
    private static final ServeSettings PLAIN = ServeSettings.plain("127.0.0.1", 0, URI.create("http://127.0.0.1"));

    @Test
    void a_server_without_a_key_for_clues_says_how_to_make_one() {
        assertThat(PLAIN.reminders(false)).singleElement().asString().contains("survey clues keys", "--clue-key");
    }

    @Test
    void an_office_is_reminded_of_the_page_alone() {
        assertThat(PLAIN.reminders(true))
                .singleElement()
                .asString()
                .contains("线索箱密钥")
                .doesNotContain("--", "survey ");
    }

    @Test
    void a_server_with_a_key_for_clues_reminds_of_nothing() {
        assertThat(PLAIN.withClues(Path.of("clues.key.pub")).reminders(false)).isEmpty();
    }
}
