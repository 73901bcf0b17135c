package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.junit.jupiter.api.Test;

/** The shipped round is audited once, however often the content is gone through; another file is another audit. */
class AuditMemoTest {
    private static final RoundKey KEY = new RoundKey(new EvaluationYear(2025), new PlaceCode("990000"));

    private final ContentReader reader =
            new ContentReader(new ContentFolder(Path.of("..", "content", "demo")), new Findings());
    private final AtomicInteger audits = new AtomicInteger();
    private final Supplier<List<Finding>> audit = () -> {
        audits.incrementAndGet();
        return List.of(Finding.error(Location.of("results.json"), "披露审计", ""));
    };

    @Test
    void the_same_plan_and_results_are_audited_once_and_told_each_time() {
        var memo = new AuditMemo();
        SurveyPlan plan = reader.plan(KEY).orElseThrow();
        ReleasedResults results = reader.results(KEY).orElseThrow();
        assertThat(memo.of(plan, results, audit)).hasSize(1);
        assertThat(memo.of(plan, results, audit)).hasSize(1);
        assertThat(audits).hasValue(1);
        var changed = new ReleasedResults(
                results.round(),
                results.plan(),
                results.questionnaires(),
                results.method(),
                results.opened(),
                results.closed(),
                results.released(),
                results.releasedBy(),
                results.results().subList(1, results.results().size()),
                results.analysis(),
                new Collected(results.collected().ways(), Optional.empty()));
        memo.of(plan, changed, audit);
        assertThat(audits).hasValue(2);
    }
}
