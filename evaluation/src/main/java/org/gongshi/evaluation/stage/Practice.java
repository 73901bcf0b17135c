package org.gongshi.evaluation.stage;

import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.IndicatorCode;

/** A commended practice (典型经验). */
@Article(11)
public record Practice(String title, String text, IndicatorCode indicator) {
    public Practice {
        Require.text(title, "title");
        Require.text(text, "text");
        Objects.requireNonNull(indicator, "indicator");
    }
}
