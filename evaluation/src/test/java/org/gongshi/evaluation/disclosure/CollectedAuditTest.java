package org.gongshi.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.evaluation.satisfaction.WayCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A results file that was changed by hand so that the ways of its answers give a few people away is refused. */
class CollectedAuditTest {
    private static final PlaceCode WHOLE = new PlaceCode("990000");

    /** Sheets of the row; of the ways CODE, PAPER and ROOM: a number, {@code x} for hidden, {@code -} for not used. */
    @ParameterizedTest
    @CsvSource({
        "1000, 1000, -, -, ''",
        "1000, 955, 25, 20, ''",
        "1000, 950, x, x, ''",
        "1000, x, x, x, ''",
        "x, x, x, -, ''",
        "1000, 1000, x, -, 即可推出",
        "1000, 985, x, x, ''",
        "1000, 995, x, x, 即可推出",
        "1000, 900, 50, x, 即可推出",
        "1000, 900, 50, -, 不符",
        "1000, 1005, x, x, 不符",
        "1000, 1005, -, -, 不符",
        "x, 20, x, -, 却公布了",
    })
    void the_ways_of_a_row_are_held_against_its_sheets(
            String row, String code, String paper, String room, String finding) {
        List<WayCount> ways = new ArrayList<>();
        add(ways, Way.CODE, code);
        add(ways, Way.PAPER, paper);
        add(ways, Way.ROOM, room);
        List<String> found = findings(row(AudienceResult.Mode.PROBABILITY, number(row)), ways);
        if (finding.isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(finding);
        }
    }

    @Test
    void what_came_by_a_schools_code_is_never_held_against_the_open_link() {
        List<WayCount> ways = List.of(
                new WayCount(Audience.PARENT, Way.SCHOOL_CODE, Optional.of(40L)),
                new WayCount(Audience.PARENT, Way.OPEN_LINK, Optional.empty()));
        assertThat(findings(row(AudienceResult.Mode.SCHOOL_CODE, Optional.of(40L)), ways))
                .isEmpty();
        assertThat(findings(row(AudienceResult.Mode.OPEN_LINK, Optional.of(40L)), ways))
                .singleElement()
                .asString()
                .contains("学校码");
    }

    private static void add(List<WayCount> ways, Way way, String sheets) {
        if (!sheets.equals("-")) {
            ways.add(new WayCount(Audience.PARENT, way, number(sheets)));
        }
    }

    private static Optional<Long> number(String sheets) {
        return sheets.equals("x") ? Optional.empty() : Optional.of(Long.valueOf(sheets));
    }

    private static AudienceResult row(AudienceResult.Mode mode, Optional<Long> responded) {
        var hidden = new Estimate.Withheld(Estimate.Reason.TOO_FEW);
        return new AudienceResult(
                WHOLE,
                Audience.PARENT,
                Optional.empty(),
                mode,
                0,
                0,
                responded,
                Optional.empty(),
                hidden,
                hidden,
                List.of());
    }

    private static List<String> findings(AudienceResult row, List<WayCount> ways) {
        var results = new ReleasedResults(
                new RoundKey(new EvaluationYear(2025), WHOLE),
                Digest.of(new byte[0]),
                Map.of(),
                "method/1",
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2025, 3, 28),
                LocalDate.of(2025, 4, 1),
                List.of("甲", "乙"),
                List.of(row),
                Analysis.NONE,
                new Collected(ways, Optional.empty()));
        List<String> found = new ArrayList<>();
        new CollectedAudit(results, (what, hint) -> found.add(what)).run();
        return found;
    }
}
