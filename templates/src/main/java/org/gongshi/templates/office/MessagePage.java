package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * Something could not be done, or is not there (提示页).
 *
 * @param kind its words stand under {@code message.KIND}
 * @param lines what exactly, one a line; may be empty
 */
public record MessagePage(OfficeFrame frame, String kind, List<String> lines) implements OfficePage {
    public MessagePage {
        Objects.requireNonNull(frame, "frame");
        Require.text(kind, "kind");
        lines = List.copyOf(lines);
    }

    /** Whether the server begins anew: a script goes back to the first page as soon as it answers. */
    public boolean isReturning() {
        return kind.equals("switching") || kind.equals("reloading");
    }

    @Override
    public String title() {
        return words().say("message." + kind + ".title");
    }

    @Override
    public String template() {
        return "office/message.jte";
    }
}
