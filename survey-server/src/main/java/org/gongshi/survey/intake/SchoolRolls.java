package org.gongshi.survey.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.store.CountKey;

/**
 * What is watched of volunteers while the survey runs (志愿答卷的即时疑点), in memory alone like all running counts: how many sheets each
 * school's code brought, and how many sheets of each way without a person's own code bear a flag. Counted with the other counts; not
 * thread-safe by itself.
 */
final class SchoolRolls {
    private record School(Stratum stratum, int cluster) {}

    private final Map<School, Long> bySchool = new HashMap<>();
    private final Map<CountKey, Long> doubted = new HashMap<>();

    void count(Stratum stratum, Response sheet) {
        if (sheet.mode() == Mode.SCHOOL_CODE) {
            bySchool.merge(new School(stratum, sheet.cluster()), 1L, Long::sum);
        }
        if (!sheet.mode().isOfTheSample() && !sheet.flags().isEmpty()) {
            doubted.merge(new CountKey(stratum, sheet.mode()), 1L, Long::sum);
        }
    }

    /** Whether as many sheets came by the school's code as people were meant: one more is too many. */
    boolean isFull(SchoolRoll roll) {
        return sheets(roll) >= roll.people();
    }

    /** The rolls that more sheets came for than people. */
    List<SchoolRoll> beyond(List<SchoolRoll> rolls) {
        return rolls.stream().filter(roll -> sheets(roll) > roll.people()).toList();
    }

    /** Sheets with a {@link QualityFlag}, by stratum and way. */
    Map<CountKey, Long> doubted() {
        return Map.copyOf(doubted);
    }

    private long sheets(SchoolRoll roll) {
        return bySchool.getOrDefault(new School(roll.stratum(), roll.cluster()), 0L);
    }
}
