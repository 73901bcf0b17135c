package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * Something that is shown once and never again (只显示一次): recovery codes, a first password.
 *
 * @param kind its words stand under {@code once.KIND}
 * @param about whom or what it is for; may be empty
 * @param next where to go on
 */
public record OncePage(OfficeFrame frame, String kind, String about, List<String> secrets, String next)
        implements OfficePage {
    public OncePage {
        Objects.requireNonNull(frame, "frame");
        Require.text(kind, "kind");
        Objects.requireNonNull(about, "about");
        secrets = List.copyOf(secrets);
        Require.text(next, "next");
    }

    @Override
    public String title() {
        return words().say("once." + kind + ".title");
    }

    @Override
    public String template() {
        return "office/once.jte";
    }
}
