package org.gongshi.templates.site;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.templates.frame.Link;

/**
 * One place in the table of results (评价结果表).
 *
 * @param score cut to two decimals
 * @param exact all digits
 * @param band the grade that the score allows
 * @param grade the grade that the committee stated
 * @param reason why the grade stands below its band, or another recorded reason
 * @param published first publication
 */
public record ResultRow(
        Link place,
        String code,
        String score,
        String exact,
        Grade band,
        Grade grade,
        Optional<String> reason,
        String published) {
    public ResultRow {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(band, "band");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(reason, "reason");
    }
}
