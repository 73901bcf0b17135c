package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.templates.site.Scale;
import org.gongshi.templates.site.SurveyFigure;

/** Released figures as printed: exactly as they were released, or the sign of a withheld figure with its reason. */
final class SurveyFigures {
    static final String WITHHELD = "×";

    private SurveyFigures() {}

    /** @param unit printed after every number, such as {@code %} */
    static SurveyFigure of(Estimate estimate, String unit) {
        if (estimate instanceof Estimate.Shown shown) {
            return new SurveyFigure(
                    shown.shown() + unit,
                    shown.interval()
                            .map(interval -> interval.low().toPlainString() + "–"
                                    + interval.high().toPlainString() + unit),
                    Optional.of(Long.toString(shown.n())),
                    Optional.empty(),
                    Optional.of(shown.value()),
                    shown.interval().map(Estimate.Interval::low),
                    shown.interval().map(Estimate.Interval::high));
        }
        return withheld(((Estimate.Withheld) estimate).reason().label());
    }

    static SurveyFigure withheld(String reason) {
        return new SurveyFigure(
                WITHHELD,
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A figure in words: the value with its interval, or why there is none. */
    static String told(SurveyFigure figure) {
        return figure.reason()
                .map(reason -> WITHHELD + " " + reason)
                .orElse(figure.shown()
                        + figure.interval().map(text -> "（" + text + "）").orElse(""));
    }

    /** An axis up to 100 that holds all figures with their intervals. */
    static Scale scale(List<SurveyFigure> figures) {
        long low = figures.stream()
                .flatMap(figure -> Stream.concat(figure.value().stream(), figure.low().stream()))
                .min(BigDecimal::compareTo)
                .map(Numbers::tens)
                .orElse(0L);
        return Scale.of(Math.max(0, Math.min(low, 90)), 100);
    }
}
