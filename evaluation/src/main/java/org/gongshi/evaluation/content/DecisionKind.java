package org.gongshi.evaluation.content;

import java.time.LocalDate;
import java.util.Locale;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.report.Decision;

/** Kinds of decisions (决定的种类) in the order of article 13, as content files and the command line name them. */
// 第十三条：报请自治区教育督导委员会审定，经自治区人民政府批准后向社会公开发布
@Article(13)
public enum DecisionKind {
    REVIEW("审定"),
    APPROVAL("批准"),
    PUBLICATION("发布");

    private final String label;

    DecisionKind(String label) {
        this.label = label;
    }

    /** The word in content files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Chinese term. */
    public String label() {
        return label;
    }

    public static DecisionKind of(Decision decision) {
        if (decision instanceof Decision.Review) {
            return REVIEW;
        }
        return decision instanceof Decision.Approval ? APPROVAL : PUBLICATION;
    }

    /** A decision of this kind. */
    public Decision decision(String body, String document, LocalDate date, Digest digest) {
        return switch (this) {
            case REVIEW -> new Decision.Review(body, document, date, digest);
            case APPROVAL -> new Decision.Approval(body, document, date, digest);
            case PUBLICATION -> new Decision.Publication(body, document, date, digest);
        };
    }
}
