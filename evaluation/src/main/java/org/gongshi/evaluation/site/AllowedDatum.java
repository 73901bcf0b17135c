package org.gongshi.evaluation.site;

import org.gongshi.evaluation.Require;

/** Something that looks like personal data and may be published all the same (允许公开的内容), with the reason. */
public record AllowedDatum(String value, String reason) {
    public AllowedDatum {
        Require.text(value, "value");
        Require.text(reason, "reason");
    }
}
