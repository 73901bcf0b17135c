package org.gongshi.survey.demo;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.survey.response.Stratum;

/**
 * What one invented person sends.
 *
 * @param seconds time taken
 * @param second other answers sent with the same code a second time, which must be refused; empty for most
 * @param retries whether the reply is taken for lost and the same form is sent again
 */
record Sheet(Stratum stratum, Json.Obj answers, int seconds, Optional<Json.Obj> second, boolean retries) {
    Sheet {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(second, "second");
    }
}
