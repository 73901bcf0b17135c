package org.gongshi.survey.round;

import java.util.List;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.access.AccessCode;

/**
 * What came out of a printing; the only moment at which the codes are known.
 *
 * @param number by which the whole printing can be made void
 * @param notes what the operator should know, in Chinese
 */
public record MintedBatch(int number, List<AccessCode> codes, List<String> notes) {
    public MintedBatch {
        Require.that(number >= 1, "batches count from 1");
        codes = List.copyOf(codes);
        notes = List.copyOf(notes);
    }
}
