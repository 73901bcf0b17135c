package org.gongshi.evaluation.disclosure;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * Something hidden that the published numbers give away (可被推出的数据).
 *
 * @param kind which numbers together give it away, and so what must be withheld as well
 * @param item code of the item; empty when the row itself is meant
 * @param cell what is given away, in words
 * @param low the least it can be, in {@code unit}
 * @param high the most it can be
 * @param source what gives it away, in words
 */
public record Exposure(
        Kind kind,
        PlaceCode place,
        Audience audience,
        Optional<SchoolStage> stage,
        AudienceResult.Mode mode,
        Optional<String> item,
        String cell,
        double low,
        double high,
        Unit unit,
        String source) {
    public Exposure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(source, "source");
    }

    /** In what the range is told. */
    public enum Unit {
        PERSONS("人"),
        POINTS("（0–100）");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Which numbers together give something away. */
    public enum Kind {
        /** A number that must not stand there at all: a count below ten, or one that is not rounded. */
        FIGURE("隐去该数字，或按规则取整、分档"),
        /** Numbers of answer sheets: a total less its shown parts. */
        SHEETS("同时隐去另一个地区或学段的答卷数"),
        /** The index of a place or stage: the total less its shown parts. */
        INDEX("同时隐去另一个地区或学段的指数"),
        /** The satisfaction rate, likewise. */
        RATE("同时隐去另一个地区或学段的满意率"),
        /** The figures of one item in one row, against each other. */
        ITEM("隐去该题的分布或平均分，或改用更宽的档"),
        /** The figures of one item: the whole less the shown places. */
        ITEM_TREE("隐去该题在全区一行的分布、满意率或平均分，或再隐去一个地区"),
        /** The shares of 不了解: the whole less the shown places. */
        DONT_KNOW_TREE("隐去该题在全区一行的“不了解”比例"),
        /** A hidden item: the row's satisfaction rate less its shown items. */
        ITEM_OF_RATE("再隐去该行的另一题");

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }

        /** How to mend it, in words. */
        public String remedy() {
            return remedy;
        }
    }

    /** One line for a finding: where, what, how narrow, by what. */
    public String describe() {
        String where = place + " " + audience.label()
                + stage.map(SchoolStage::label).map(label -> " " + label).orElse("")
                + (mode.infers() ? "" : " " + mode.label())
                + item.map(code -> " " + code).orElse("");
        return where + "：" + cell + "可由" + source + "推出为 " + number(low) + "–" + number(high) + unit.label();
    }

    private static String number(double value) {
        double tenth = Math.round(value * 10) / 10.0;
        return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
    }
}
