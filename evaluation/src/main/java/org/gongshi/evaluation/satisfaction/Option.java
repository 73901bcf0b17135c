package org.gongshi.evaluation.satisfaction;

import org.gongshi.evaluation.Require;

/** An answer that can be chosen (选项): its stored value, 0 to 99, and its label. */
public record Option(int value, String label) {
    public Option {
        Require.that(value >= 0 && value <= 99, "an option's value lies between 0 and 99: ", value);
        Require.text(label, "label");
    }
}
