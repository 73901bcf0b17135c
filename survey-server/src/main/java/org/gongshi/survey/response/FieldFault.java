package org.gongshi.survey.response;

import org.gongshi.evaluation.Require;

/** What is wrong with one field of a submission, in Chinese, for the respondent. */
public record FieldFault(String field, String message) {
    public FieldFault {
        Require.text(field, "field");
        Require.text(message, "message");
    }
}
