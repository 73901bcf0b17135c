package org.gongshi.evaluation.place;

import java.util.Optional;
import org.gongshi.evaluation.Article;

/** Level of a place (行政层级). Article 16 lets a league do for its banners what the region does for its leagues. */
@Article({2, 16})
public enum Tier {
    REGION("region", "自治区"),
    LEAGUE("league", "盟市"),
    BANNER("banner", "旗县");

    private final String key;
    private final String label;

    Tier(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word in content files. */
    public String key() {
        return key;
    }

    /** The Chinese term. */
    public String label() {
        return label;
    }

    /** The tier that a place of this tier evaluates; none below a banner. */
    public Optional<Tier> evaluates() {
        return this == BANNER ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
