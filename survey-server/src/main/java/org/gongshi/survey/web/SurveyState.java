package org.gongshi.survey.web;

/** Whether answers are taken now (调查状态). */
public enum SurveyState {
    NOT_YET_OPEN("not-yet-open"),
    OPEN("open"),
    CLOSED("closed");

    private final String key;

    SurveyState(String key) {
        this.key = key;
    }

    /** The word in the API. */
    public String key() {
        return key;
    }
}
