package org.gongshi.survey.intake;

import java.util.Objects;

/** Whether answers are taken at this moment; asked once for every batch. */
public sealed interface Gate {

    /** The survey is open, with these forms. */
    record Open(LockedForms forms) implements Gate {
        public Open {
            Objects.requireNonNull(forms, "forms");
        }
    }

    /** No answers now: not yet, or no longer. */
    record Shut(boolean closedAlready) implements Gate {}
}
