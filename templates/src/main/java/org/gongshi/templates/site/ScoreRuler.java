package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.util.List;
import org.gongshi.evaluation.scoring.Grade;

/**
 * A weighted score on the line from 0 to 100 with the three bands of article 14 (分数段标尺): how far it is from the next one.
 *
 * @param score exact, 0 to 100
 */
public record ScoreRuler(BigDecimal score) {
    private static final Scale SCALE = Scale.of(0, 100);
    // 第十四条：85分及以上为优秀，60分至85分以下为合格，60分以下为不合格
    private static final List<Band> BANDS = List.of(
            new Band(Grade.UNQUALIFIED, BigDecimal.ZERO, BigDecimal.valueOf(60)),
            new Band(Grade.QUALIFIED, BigDecimal.valueOf(60), BigDecimal.valueOf(85)),
            new Band(Grade.EXCELLENT, BigDecimal.valueOf(85), BigDecimal.valueOf(100)));

    public List<Band> bands() {
        return BANDS;
    }

    /** Where the score stands, in percent of the width. */
    public String at() {
        return SCALE.at(score);
    }

    /** One band, from its lower bound to the next one's. */
    public record Band(Grade grade, BigDecimal from, BigDecimal to) {
        /** Its word in style sheets. */
        public String key() {
            return grade.name().toLowerCase(java.util.Locale.ROOT);
        }

        public String start() {
            return SCALE.at(from);
        }

        public String width() {
            return SCALE.width(from, to);
        }

        /** Where its name stands. */
        public String middle() {
            return SCALE.at(from.add(to).divide(BigDecimal.valueOf(2)));
        }
    }
}
