package org.gongshi.templates.office;

import java.util.Objects;
import java.util.Optional;

/**
 * A new password (修改口令).
 *
 * @param first whether the one in use was given out by another person, so that nothing else can be done before
 * @param shortest characters at least
 */
public record PasswordPage(OfficeFrame frame, boolean first, int shortest, Optional<String> fault)
        implements OfficePage {
    public PasswordPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(fault, "fault");
    }

    @Override
    public String title() {
        return words().say("password.title");
    }

    @Override
    public String template() {
        return "office/password.jte";
    }
}
