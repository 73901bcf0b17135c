package org.gongshi.evaluation.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Reliability;
import org.gongshi.evaluation.satisfaction.WeightsReport;

/** What stands beside the rows, in two versions of one release (附加分析的更正): it may say no more of a change than the rows do. */
final class AnalysisRevision {
    private static final long LEAST_DIFFERENCE = 15;

    private final ReleasedResults earlier;
    private final ReleasedResults later;
    private final Consumer<String> error;

    AnalysisRevision(ReleasedResults earlier, ReleasedResults later, Consumer<String> error) {
        this.earlier = Objects.requireNonNull(earlier, "earlier");
        this.later = Objects.requireNonNull(later, "later");
        this.error = Objects.requireNonNull(error, "error");
    }

    void run() {
        Analysis before = earlier.analysis();
        Analysis now = later.analysis();
        // Of another method, as of the first format, which had no analysis, nothing is the same.
        boolean sameMethod =
                earlier.method().equals(later.method()) && earlier.plan().equals(later.plan());
        if (!sameMethod) {
            return;
        }
        if (earlier.results().equals(later.results()) && !before.equals(now)) {
            error.accept("附加分析改变了，而各行公布值都没有变");
            return;
        }
        for (Audience audience : Audience.values()) {
            scale(
                    audience.label() + "量表的信度",
                    find(before.reliability(), Reliability::audience, audience),
                    find(now.reliability(), Reliability::audience, audience));
            once(
                    audience.label() + "的权数概况",
                    find(before.weights(), WeightsReport::audience, audience).isPresent(),
                    find(now.weights(), WeightsReport::audience, audience).isPresent());
        }
        for (CompositeResult composite : before.composites()) {
            boolean shown = composite.index() instanceof Estimate.Shown;
            boolean still = now.composite(composite.place())
                    .filter(other -> other.index() instanceof Estimate.Shown)
                    .isPresent();
            once(composite.place() + " 综合指数", shown, still);
        }
    }

    private static <T> Optional<T> find(List<T> list, Function<T, Audience> audience, Audience wanted) {
        return list.stream().filter(each -> audience.apply(each) == wanted).findFirst();
    }

    private void once(String name, boolean before, boolean now) {
        if (before != now) {
            error.accept(name + "只在一个版本中公布");
        }
    }

    /** Alpha knows no weights: it changes with the answers alone. */
    private void scale(String name, Optional<Reliability> before, Optional<Reliability> now) {
        Optional<Long> old = before.flatMap(Reliability::n);
        Optional<Long> fresh = now.flatMap(Reliability::n);
        once(name, old.isPresent(), fresh.isPresent());
        if (old.isPresent() && fresh.isPresent()) {
            long difference = Math.abs(old.get() - fresh.get());
            if (difference > 0 && difference < LEAST_DIFFERENCE) {
                error.accept(name + "的人数相差 " + difference + "，可能只涉及几个人");
            } else if (difference == 0 && !before.get().alpha().equals(now.get().alpha())) {
                error.accept(name + "改变了，但人数没有变");
            }
        }
    }
}
