package org.gongshi.survey.round;

import java.util.List;
import org.gongshi.survey.response.FieldFault;

/** What becomes of a keying (录入结果). */
public sealed interface PaperOutcome {

    /** The first keying: held until somebody else keys the sheet in again. */
    record Held() implements PaperOutcome {}

    /** The second agrees: the answer is kept, the first keying destroyed. */
    record Kept(String receipt) implements PaperOutcome {}

    /** The second does not agree: the first is still held, nothing else is. Field by field, what was keyed first and now. */
    record Differs(List<Difference> differences) implements PaperOutcome {
        public Differs {
            differences = List.copyOf(differences);
        }
    }

    /** One field; an empty text: no answer. */
    record Difference(String field, String first, String second) {}

    /** Nothing was held: what is wrong. */
    record Refused(List<FieldFault> faults) implements PaperOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
