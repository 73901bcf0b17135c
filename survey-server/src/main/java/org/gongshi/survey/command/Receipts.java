package org.gongshi.survey.command;

import java.util.List;
import java.util.Optional;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.web.ReceiptList;

/** The receipts of a round, as its pages tell them. */
record Receipts(SurveyRound round) implements ReceiptList {
    @Override
    public Optional<List<String>> startingWith(String twoHexDigits) {
        return round.receipts(twoHexDigits);
    }

    @Override
    public boolean isDestroyed() {
        return round.isGone();
    }
}
