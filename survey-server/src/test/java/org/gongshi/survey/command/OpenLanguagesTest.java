package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.survey.demo.DemoContent;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.round.FormsLock;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language is opened whole or not at all, and locked with the plan. */
class OpenLanguagesTest {
    @TempDir
    Path folder;

    private DemoContent content;
    private Path languages;

    @BeforeEach
    void copy() {
        content = DemoContent.copy(Path.of("../content/demo"), folder.resolve("content"), Optional.empty());
        languages = content.root().resolve(content.key().toString()).resolve("languages");
    }

    @Test
    void the_demonstration_speaks_english_besides_chinese() {
        assertThat(forms().translations()).extracting(Translation::language).containsExactly("en");
        assertThat(FormsLock.of(forms()).languages()).containsOnlyKeys("en");
    }

    @Test
    void one_missing_wording_keeps_the_language_closed_and_is_named() throws IOException {
        change("  P07: \"The quality of senior secondary schools\"\n", "");
        assertThatThrownBy(this::forms)
                .isInstanceOfSatisfying(
                        RoundFault.class,
                        fault -> assertThat(fault.lines())
                                .singleElement()
                                .asString()
                                .contains("languages/en.yaml:", "public.P07", "当地普通高中的办学水平"));
    }

    @Test
    void a_wording_that_is_chinese_still_keeps_it_closed() throws IOException {
        change("\"The quality of senior secondary schools\"", "当地普通高中的办学水平");
        assertThatThrownBy(this::forms).hasMessageContaining("public.P07").hasMessageContaining("还是中文原文");
    }

    @Test
    void a_wording_without_an_original_is_named_with_what_was_meant() throws IOException {
        change("  P07:", "  P077: a slip of the pen\n  P07:");
        assertThatThrownBy(this::forms).hasMessageContaining("public.P077").hasMessageContaining("public.P07");
    }

    /** Mongolian has no words in the program: the office brings all of them, and every one that lacks is listed. */
    @Test
    void a_language_without_any_words_lists_every_key() throws IOException {
        Path plan = languages.resolveSibling("survey-plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("languages: [en]", "languages: [mn-Mong]"));
        Files.writeString(languages.resolve("mn-Mong.yaml"), "language: mn-Mong\nwords:\n  frame.language: ᠮᠣᠩᠭᠣᠯ\n");
        int words = Wording.load("survey", "zh-CN").keys().size();
        int wordings = wanted();
        assertThatThrownBy(this::forms)
                .isInstanceOfSatisfying(
                        RoundFault.class,
                        fault -> assertThat(fault.lines())
                                .hasSize(words - 1 + wordings)
                                .anyMatch(line -> line.contains("words.clue.send"))
                                .anyMatch(line -> line.contains("words.child.privacy.1"))
                                .anyMatch(line -> line.contains("student.scale.5"))
                                .anyMatch(line -> line.contains("places.991200")));
    }

    @Test
    void a_changed_translation_is_another_lock() throws IOException {
        FormsLock before = FormsLock.of(forms());
        change("\"The quality of senior secondary schools\"", "Something else that is asked");
        assertThat(FormsLock.of(forms())).isNotEqualTo(before);
    }

    private int wanted() {
        LockedForms chinese = content.forms();
        return Translation.wanted(
                        "站",
                        "主办",
                        "轮次",
                        new SurveyFolder(content.root()).places(content.key()),
                        List.copyOf(chinese.questionnaires().values()))
                .size();
    }

    private LockedForms forms() {
        RoundKey key = content.key();
        return new SurveyFolder(content.root()).forms(key);
    }

    private void change(String old, String fresh) throws IOException {
        Path file = languages.resolve("en.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, fresh));
    }
}
