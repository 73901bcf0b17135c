package org.gongshi.evaluation.disclosure;

/**
 * Every number of {@code results.json} and what the audit makes of it (公布数字一览). A number that does not stand here fails a test:
 * whoever publishes another one says first how an attacker would use it.
 */
public enum PublishedNumber {
    YEAR("round.year.value", Use.CALENDAR),
    POPULATION("results[].population", Use.WEIGHT),
    INVITED("results[].invited", Use.COUNT),
    RESPONDED("results[].responded", Use.COUNT),
    RESPONSE_RATE("results[].responseRate", Use.OF_ROUNDED),
    INDEX_VALUE("results[].index.value", Use.FIGURE),
    INDEX_LOW("results[].index.interval.low", Use.FIGURE),
    INDEX_HIGH("results[].index.interval.high", Use.FIGURE),
    INDEX_N("results[].index.n", Use.COUNT),
    INDEX_EFFECTIVE_N("results[].index.effectiveN", Use.ROUNDED),
    INDEX_DF("results[].index.df", Use.ROUNDED),
    INDEX_DESIGN_EFFECT("results[].index.designEffect", Use.FIGURE),
    RATE_VALUE("results[].satisfied.value", Use.FIGURE),
    RATE_LOW("results[].satisfied.interval.low", Use.FIGURE),
    RATE_HIGH("results[].satisfied.interval.high", Use.FIGURE),
    RATE_N("results[].satisfied.n", Use.COUNT),
    RATE_EFFECTIVE_N("results[].satisfied.effectiveN", Use.ROUNDED),
    RATE_DF("results[].satisfied.df", Use.ROUNDED),
    RATE_DESIGN_EFFECT("results[].satisfied.designEffect", Use.FIGURE),
    MEAN_VALUE("results[].items[].mean.value", Use.FIGURE),
    MEAN_LOW("results[].items[].mean.interval.low", Use.FIGURE),
    MEAN_HIGH("results[].items[].mean.interval.high", Use.FIGURE),
    MEAN_N("results[].items[].mean.n", Use.COUNT),
    MEAN_EFFECTIVE_N("results[].items[].mean.effectiveN", Use.ROUNDED),
    MEAN_DF("results[].items[].mean.df", Use.ROUNDED),
    MEAN_DESIGN_EFFECT("results[].items[].mean.designEffect", Use.FIGURE),
    ITEM_RATE_VALUE("results[].items[].satisfied.value", Use.FIGURE),
    ITEM_RATE_LOW("results[].items[].satisfied.interval.low", Use.FIGURE),
    ITEM_RATE_HIGH("results[].items[].satisfied.interval.high", Use.FIGURE),
    ITEM_RATE_N("results[].items[].satisfied.n", Use.COUNT),
    ITEM_RATE_EFFECTIVE_N("results[].items[].satisfied.effectiveN", Use.ROUNDED),
    ITEM_RATE_DF("results[].items[].satisfied.df", Use.ROUNDED),
    ITEM_RATE_DESIGN_EFFECT("results[].items[].satisfied.designEffect", Use.FIGURE),
    SHARE("results[].items[].shares{}.percent", Use.SHARE),
    DONT_KNOW("results[].items[].dontKnow.percent", Use.SHARE),
    UNWEIGHTED("results[].sensitivity.unweighted", Use.LINE),
    DOUBTED("results[].sensitivity.doubted", Use.LINE),
    WITHOUT_DOUBTED("results[].sensitivity.withoutDoubted", Use.LINE),
    COMPOSITE_VALUE("analysis.composites[].index.value", Use.OF_ROUNDED),
    COMPOSITE_LOW("analysis.composites[].index.interval.low", Use.SPREAD),
    COMPOSITE_HIGH("analysis.composites[].index.interval.high", Use.SPREAD),
    COMPOSITE_N("analysis.composites[].index.n", Use.OF_ROUNDED),
    COMPOSITE_EFFECTIVE_N("analysis.composites[].index.effectiveN", Use.SPREAD),
    COMPOSITE_DF("analysis.composites[].index.df", Use.OF_ROUNDED),
    COMPOSITE_DESIGN_EFFECT("analysis.composites[].index.designEffect", Use.SPREAD),
    BEST_RANK("analysis.rankings[].bands[].best", Use.SPREAD),
    WORST_RANK("analysis.rankings[].bands[].worst", Use.SPREAD),
    RANKED_AMONG("analysis.rankings[].among", Use.CALENDAR),
    DIFFERENCE("analysis.rankings[].pairs[].difference", Use.OF_ROUNDED),
    P_VALUE("analysis.rankings[].pairs[].p", Use.LEVEL),
    ALPHA("analysis.reliability[].alpha", Use.SPREAD),
    ALPHA_ITEMS("analysis.reliability[].items", Use.CALENDAR),
    ALPHA_N("analysis.reliability[].n", Use.ROUNDED),
    WEIGHTS_CV("analysis.weights[].cv", Use.OF_WEIGHTS),
    WEIGHTS_KISH("analysis.weights[].kishDeff", Use.OF_WEIGHTS),
    WEIGHTS_RATIO("analysis.weights[].maxToMin", Use.OF_WEIGHTS),
    WAY_SHEETS("collected.ways[].sheets", Use.WAY),
    WAY_DOUBTED("collected.ways[].doubted", Use.ROUNDED),
    RECEIPTS("collected.receipts.count", Use.PUBLIC_TOTAL),
    DEVIATION_PEOPLE("deviations[].people", Use.WEIGHT);

    private final String path;
    private final Use use;

    PublishedNumber(String path, Use use) {
        this.path = path;
        this.use = use;
    }

    /** Where it stands: {@code []} for every entry of a list, {@code {}} for every value of a map. */
    public String path() {
        return path;
    }

    public Use use() {
        return use;
    }

    /** What the audit makes of a number. */
    public enum Use {
        /** No count of people. */
        CALENDAR,
        /** Public beforehand; the weight of a part in its total. */
        WEIGHT,
        /** Rounded to five; bounds the number of people behind a row or figure. */
        COUNT,
        /** Rounded to five, or a number of schools; held against that, and used to turn intervals back. */
        ROUNDED,
        /** Must follow from rounded numbers, and so says nothing of its own. */
        OF_ROUNDED,
        /** A mean or rate with its interval: a bound on the sum of the shares, and their squares, in its row and above. */
        FIGURE,
        /** A whole percentage or a band of it. */
        SHARE,
        /** Another total of the same people: a linear programme of its own, over weight classes or over silent places. */
        LINE,
        /** Rounded up to one of a few levels; exact, it would sharpen a difference. */
        LEVEL,
        /** Says how many people share a known weight; left out where they are few. */
        OF_WEIGHTS,
        /** The length of the published list of receipts, over all audiences and ways, the blank sheets too. */
        PUBLIC_TOTAL,
        /** A part of a row's sheets; rounded to five, and with the row and the other ways the base of {@code CollectedAudit}. */
        WAY,
        /** A spread over all places or audiences together, or between shown figures; not turned back, see the limits. */
        SPREAD
    }
}
