package org.gongshi.survey.results;

import java.util.Objects;

/**
 * What stands between the figures and the reader (保护措施). A release takes all of it; tests leave a part out and must then find
 * somebody.
 *
 * @param complement what completes the first reasons for withholding
 * @param banded whether shares near 0 and 100 become bounds
 * @param audited whether the audit hides more, and stops what cannot be mended
 * @param lines whether the lines beside the index and the report of the weights are guarded
 */
record Protection(Complement.Rule complement, boolean banded, boolean audited, boolean lines) {
    static final Protection FULL = new Protection(Complement::close, true, true, true);

    Protection(Complement.Rule complement, boolean banded, boolean audited) {
        this(complement, banded, audited, true);
    }

    Protection {
        Objects.requireNonNull(complement, "complement");
    }
}
