package org.gongshi.survey.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;

/** Somebody with a phone in hand: does with the page what a person does. */
final class Respondent {
    private final House house;
    private final Page page;
    private final Questionnaire questionnaire;

    Respondent(House house, Page page, Audience audience) {
        this.house = house;
        this.page = page;
        this.questionnaire = house.questionnaires.get(audience);
    }

    Respondent opensTheForm() {
        page.navigate(house.address() + "/");
        page.click("a[href='/survey/" + questionnaire.audience().key() + "']");
        page.waitForSelector("#form");
        return this;
    }

    Respondent typesACode(String code) {
        page.check("#way-code");
        page.fill("#code", code);
        return this;
    }

    Respondent hasNoCode() {
        page.check("#way-open");
        page.selectOption("#place", "990200");
        if (questionnaire.audience() != Audience.PUBLIC) {
            page.check("#stage-primary");
        }
        return this;
    }

    /** Every question, by touching what is written beside the control. */
    Respondent answersEverything() {
        for (Question question : questionnaire.questions()) {
            if (question instanceof Question.Remark) {
                page.fill("#" + question.code(), "希望多一些户外活动");
            } else if (question instanceof Question.Priority) {
                touch(question, questionnaire.items().get(1).code());
                touch(question, questionnaire.items().get(4).code());
            } else if (question instanceof Question.Rating && question.code().endsWith("3")) {
                touch(question, questionnaire.dontKnow().value());
            } else {
                touch(question, 2);
            }
        }
        return this;
    }

    private void touch(Question question, Object value) {
        page.click("label:has(#" + question.code() + "-" + value + ") span");
    }

    Respondent reviews() {
        page.click("button[value=review]");
        page.waitForSelector(".answers");
        return this;
    }

    Respondent sends() {
        page.click("button[value=send]");
        return this;
    }

    String receives() {
        page.waitForSelector(".receipt", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
        return page.textContent(".whole");
    }
}
