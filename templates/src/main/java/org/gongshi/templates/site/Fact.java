package org.gongshi.templates.site;

import org.gongshi.evaluation.Require;

/** A labelled fact (要素). */
public record Fact(String label, String value) {
    public Fact {
        Require.text(label, "label");
        Require.text(value, "value");
    }
}
