package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.response.Response;
import org.junit.jupiter.api.Test;

class LiveTallyTest {
    private static final int ITEMS = 6;
    private static final int[][] SHEETS = {{40, 25, 30}, {50, 20, 33}, {60, 31, 5}};
    private static final Map<Audience, Questionnaire> ASKED = asked();

    private static Map<Audience, Questionnaire> asked() {
        Map<Audience, Questionnaire> asked = new HashMap<>();
        for (Audience audience : Audience.values()) {
            asked.put(audience, Surveys.questionnaire(audience, ITEMS));
        }
        return asked;
    }

    private static Tally tally(List<Response> sheets) {
        var tally = new Tally(Surveys.plan(), ASKED, Surveys.places(SHEETS.length));
        sheets.forEach(tally::add);
        return tally;
    }

    private static LiveTally live() {
        return new LiveTally(Surveys.plan(), ASKED, Surveys.places(SHEETS.length));
    }

    /** Any order, any cut into batches, batches in any order: the cells of one pass. */
    @Test
    void cells_of_batches_add_up_to_the_cells_of_one_pass() {
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            List<Response> sheets = new ArrayList<>(new Surveys.Drawn(seed, ITEMS, SHEETS).sheets);
            Tally onePass = tally(sheets);
            Collections.shuffle(sheets, random);
            List<Tally> batches = new ArrayList<>();
            for (int from = 0; from < sheets.size(); ) {
                int to = Math.min(sheets.size(), from + 1 + random.nextInt(200));
                batches.add(tally(sheets.subList(from, to)));
                from = to;
            }
            Collections.shuffle(batches, random);
            Tally merged = tally(List.of());
            batches.forEach(merged::merge);
            assertThat(merged.sameAs(onePass)).as("seed %d", seed).isTrue();
            assertThat(merged.sheets()).isEqualTo(sheets.size());
        }
    }

    @Test
    void one_sheet_more_less_or_other_is_noticed() {
        List<Response> sheets = new Surveys.Drawn(1, ITEMS, SHEETS).sheets;
        Tally all = tally(sheets);
        for (int at = 0; at < sheets.size(); at += 37) {
            List<Response> less = new ArrayList<>(sheets);
            Response taken = less.remove(at);
            assertThat(tally(less).sameAs(all)).as("without sheet %d", at).isFalse();
            less.add(
                    at,
                    new Response(
                            taken.audience(),
                            taken.place(),
                            taken.stage(),
                            taken.mode(),
                            taken.cluster() + (taken.cluster() > 0 ? 1000 : 0),
                            taken.flags(),
                            Map.of()));
            assertThat(tally(less).sameAs(all))
                    .as("sheet %d without answers", at)
                    .isFalse();
        }
    }

    @Test
    void running_counts_equal_a_recount_and_notice_what_they_have_not_seen() {
        List<Response> sheets = new Surveys.Drawn(2, ITEMS, SHEETS).sheets;
        LiveTally live = live();
        sheets.forEach(live::add);
        List<Response> stored = new ArrayList<>(sheets);
        Collections.reverse(stored);
        assertThat(live.agreesWith(live.recount(stored::forEach))).isTrue();
        assertThat(live.sheets()).isEqualTo(sheets.size());
        stored.remove(3);
        assertThat(live.agreesWith(live.recount(stored::forEach))).isFalse();
    }
}
