package org.gongshi.survey.estimate;

import java.util.List;
import org.gongshi.evaluation.json.Json;

/**
 * What became of a case.
 *
 * @param results the content of CASE.json
 * @param faults analyses that were not described as expected and are missing from the results
 * @param warnings what was computed as asked, but looks like a mistake
 */
public record CaseOutcome(Json.Obj results, List<CaseFault> faults, List<CaseFault> warnings) {
    public CaseOutcome {
        warnings = List.copyOf(warnings);
        faults = List.copyOf(faults);
    }
}
