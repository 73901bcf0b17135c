package org.gongshi.evaluation.content;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.scoring.IndicatorSystem;

/**
 * The year's indicator system and the day on which it was issued (印发日期); before that day it is not public.
 */
@Article(7)
public record IssuedSystem(IndicatorSystem system, LocalDate issued) {
    public IssuedSystem {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(issued, "issued");
    }
}
