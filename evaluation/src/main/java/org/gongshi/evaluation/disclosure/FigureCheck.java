package org.gongshi.evaluation.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.disclosure.Exposure.Kind;
import org.gongshi.evaluation.disclosure.Exposure.Unit;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Share;

/** Numbers that must not stand in a row as they do, whatever else is published (逐数核对): small counts, unrounded counts. */
final class FigureCheck {
    private final AudienceResult row;
    private final int items;
    private final List<Exposure> found;

    /** @param items of the questionnaire */
    FigureCheck(AudienceResult row, int items, List<Exposure> found) {
        this.row = row;
        this.items = items;
        this.found = found;
    }

    void run() {
        estimate(row.index(), Optional.empty(), "指数", 0);
        estimate(row.satisfied(), Optional.empty(), "满意率", items);
        responseRate();
        row.items().forEach(this::item);
    }

    /** The exact sheets would come back from an exact rate. */
    private void responseRate() {
        boolean exact = row.responseRate()
                .filter(rate -> row.responded()
                        .filter(sheets -> row.invited() > 0)
                        .map(sheets -> BigDecimal.valueOf(100 * sheets)
                                .divide(BigDecimal.valueOf(row.invited()), 1, RoundingMode.HALF_UP))
                        .filter(rounded -> rounded.compareTo(rate) == 0)
                        .isEmpty())
                .isPresent();
        if (exact) {
            report(Optional.empty(), "回收率", row.responseRate().orElseThrow().doubleValue(), "它自己：不是由取整后的答卷数算出");
        }
    }

    private void item(ItemResult item) {
        Optional<String> code = Optional.of(item.code());
        estimate(item.mean(), code, "平均分", 0);
        estimate(item.satisfied(), code, "满意率", 1);
        double persons = item.satisfied() instanceof Estimate.Shown rate
                ? rate.n()
                : item.mean() instanceof Estimate.Shown mean
                        ? mean.n()
                        : row.responded().orElse(0L);
        for (Map.Entry<Integer, Share> share : item.shares().entrySet()) {
            share(share.getValue(), persons, code, "选择“" + share.getKey() + "”的比例");
        }
        item.dontKnow().ifPresent(share -> {
            // Those who did not know come on top of the valid answers; five for the rounding of their number.
            double base = (persons + 5) / Math.max(0.01, 1 - share.percent() / 100.0);
            share(share, base, code, "选择“不了解”的比例");
        });
    }

    private void share(Share share, double base, Optional<String> item, String name) {
        if (share.bound() == Share.Bound.ABOUT) {
            double least = Math.min(share.percent(), 100 - share.percent()) / 100.0 * base;
            if (least < Room.PERSONS - 1e-9) {
                report(item, name, least, "它自己：比例乘以人数不足 10 人");
            }
        }
    }

    /** @param answers answers of a person that the figure is a share of; 0 when it is no share */
    private void estimate(Estimate estimate, Optional<String> item, String name, int answers) {
        if (!(estimate instanceof Estimate.Shown shown)) {
            return;
        }
        if (answers > 0) {
            share(new Share(shown.bound(), shown.value().intValue()), (double) shown.n() * answers, item, name);
            if (shown.value().stripTrailingZeros().scale() > 0) {
                report(item, name, shown.value().doubleValue(), "它自己：百分比应为整数");
            }
        }
        boolean persons = row.audience().isSampledBySchool();
        boolean unrounded = shown.effectiveN().filter(n -> n % 5 != 0).isPresent()
                || !persons && shown.df().isPresent() && shown.df().getAsInt() % 5 != 0;
        if (unrounded) {
            report(item, name + "的有效样本量", shown.effectiveN().orElse(0L), "它自己：未取整到 5");
        }
    }

    private void report(Optional<String> item, String cell, double value, String source) {
        found.add(new Exposure(
                Kind.FIGURE,
                row.place(),
                row.audience(),
                row.stage(),
                row.mode(),
                item,
                cell,
                value,
                value,
                Unit.PERSONS,
                source));
    }
}
