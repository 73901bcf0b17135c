package org.gongshi.templates.frame;

import org.gongshi.evaluation.Require;

/** A mandatory item of a government page (网页标签): {@code <meta name content>}. */
public record Meta(String name, String content) {
    public Meta {
        Require.text(name, "name");
        Require.text(content, "content");
    }
}
