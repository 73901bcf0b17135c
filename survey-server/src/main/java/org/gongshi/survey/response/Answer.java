package org.gongshi.survey.response;

import java.util.List;
import org.gongshi.evaluation.Require;

/** One given answer; a question without an answer is simply absent. */
public sealed interface Answer {

    /** The value of a chosen option, of a rating (or 不了解), a check or a choice question. */
    record Chosen(int value) implements Answer {}

    /** The codes of the items named as priorities, in the order given, none twice. */
    record Picked(List<String> items) implements Answer {
        public Picked {
            items = List.copyOf(items);
            Require.that(items.stream().distinct().count() == items.size(), "an item twice");
        }
    }
}
