package org.gongshi.survey.demo;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.response.Stratum;

/**
 * The people of one stratum and, for parents and students, of one school who get a code.
 *
 * @param school label of the school; empty for the public
 * @param people how many codes
 */
record InvitedSchool(Stratum stratum, Optional<String> school, int people) {
    InvitedSchool {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(school, "school");
        Require.that(people >= 1, "somebody is invited");
    }
}
