package org.gongshi.evaluation.round;

import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** Who draws up, reviews and approves (第三、十三条): full names of the bodies. */
@Article({3, 13})
public record Bodies(String office, String review, String approval) {
    public Bodies {
        Require.text(office, "office");
        Require.text(review, "review");
        Require.text(approval, "approval");
    }
}
