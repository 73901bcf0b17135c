package org.gongshi.evaluation.statistics;

/**
 * The linearised variable of an estimate (线性化变量): z = scale × weight × (value − centre) for every valid answer of the
 * domain, 0 for everybody else (Woodruff 1971; Binder 1983). A mean has centre = the mean and scale = 1/W, a total centre 0
 * and scale 1, a ratio the values x − R y, centre 0 and scale 1 / sum of w y.
 */
record Linearised(Answers answers, Domain domain, double centre, double scale) {

    /** The contribution of one respondent. */
    double of(SurveyDesign design, int cell, int entry) {
        return scale * design.weight(cell) * (answers.value(entry) - centre);
    }

    /** Sum over the respondents of a cell of the domain. */
    double sum(SurveyDesign design, int cell) {
        if (design.weight(cell) == 0) {
            return 0;
        }
        double sum = 0;
        for (int entry = answers.from(cell); entry < answers.to(cell); entry++) {
            sum += answers.count(entry) * (answers.value(entry) - centre);
        }
        return sum * scale * design.weight(cell);
    }

    boolean touches(SurveyDesign design, int cell) {
        return design.weight(cell) != 0 && domain.contains(cell) && answers.from(cell) < answers.to(cell);
    }
}
