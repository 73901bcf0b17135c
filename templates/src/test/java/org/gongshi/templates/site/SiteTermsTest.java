package org.gongshi.templates.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.outcome.OutcomeKind;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.Standards;
import org.gongshi.evaluation.stage.ProblemStatus;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.Test;

/** Every term of the Measures that a page can say has its words in every shipped language. */
class SiteTermsTest {
    private static final Pattern PIECE = Pattern.compile("[\\u4e00-\\u9fff]+|[\\u3000-\\u303f\\uff00-\\uffef]");

    @Test
    void english_has_every_word_of_the_pages_and_no_other() {
        Wording chinese = Wording.load("site", "zh-CN");
        Wording english = Wording.load("site", "en");
        assertThat(english.lacking(chinese))
                .as(
                        "words of site.zh-CN.properties without their English in site.en.properties: no English page is built")
                .isEmpty();
        assertThat(english.strange(chinese)).isEmpty();
    }

    @Test
    void every_label_can_be_said_in_pieces() {
        List<String> labels = Stream.of(
                        Arrays.stream(Grade.values()).map(Grade::label),
                        Arrays.stream(Audience.values()).map(Audience::label),
                        Arrays.stream(Standards.values()).map(Standards::label),
                        Arrays.stream(Step.values()).map(Step::label),
                        Arrays.stream(OutcomeKind.values()).map(OutcomeKind::label),
                        Arrays.stream(ProblemStatus.values()).map(ProblemStatus::label),
                        Arrays.stream(SchoolStage.values()).map(SchoolStage::label),
                        Arrays.stream(Tier.values()).map(Tier::label),
                        Arrays.stream(AudienceResult.Mode.values()).map(AudienceResult.Mode::label),
                        Arrays.stream(Estimate.Reason.values()).map(Estimate.Reason::label))
                .flatMap(all -> all)
                .toList();
        Set<String> keys = Wording.load("site", "zh-CN").keys();
        Set<String> missing = new TreeSet<>();
        for (String label : labels) {
            Matcher piece = PIECE.matcher(label);
            while (piece.find()) {
                if (!keys.contains("term." + piece.group())) {
                    missing.add(piece.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
