package org.gongshi.survey.round;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongshi.survey.intake.SchoolRoll;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.IssuedCodes;

/**
 * Progress of the fieldwork (进度): counts against codes given out, never a result.
 *
 * @param doubted sheets with a flag, of the ways without a person's own code; while the survey runs
 * @param beyond schools' codes that brought more sheets than there are people; while the survey runs
 */
public record StatusReport(
        RoundRecord round,
        RoundState state,
        List<IssuedCodes> issued,
        Map<CountKey, Long> answered,
        Map<CountKey, Long> doubted,
        List<SchoolRoll> beyond) {
    public StatusReport {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(state, "state");
        issued = List.copyOf(issued);
        doubted = Collections.unmodifiableMap(new TreeMap<>(doubted));
        beyond = List.copyOf(beyond);
        answered = Collections.unmodifiableMap(new TreeMap<>(answered));
    }

    /** The same for those who need not know anything of single schools' numbers. */
    public StatusReport withoutSchools() {
        return new StatusReport(round.withoutSchools(), state, issued, answered, doubted, beyond);
    }
}
