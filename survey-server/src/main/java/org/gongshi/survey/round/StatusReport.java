package org.gongshi.survey.round;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.IssuedCodes;

/** Progress of the fieldwork (进度): counts against codes given out, never a result. */
public record StatusReport(
        RoundRecord round, RoundState state, List<IssuedCodes> issued, Map<CountKey, Long> answered) {
    public StatusReport {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(state, "state");
        issued = List.copyOf(issued);
        answered = Collections.unmodifiableMap(new TreeMap<>(answered));
    }
}
