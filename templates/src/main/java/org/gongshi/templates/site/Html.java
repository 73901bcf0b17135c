package org.gongshi.templates.site;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Objects;

/**
 * HTML that is safe to show as it is. Whoever makes one answers for every tag in it: the Markdown converter of the
 * generator does, and its writer of linked data.
 */
public record Html(String value) implements Content {
    public Html {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(value);
    }
}
