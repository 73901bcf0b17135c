package org.gongshi.templates.office;

import java.util.Objects;

/** The own account (本人账号). */
public record SelfPage(
        OfficeFrame frame, String name, String person, String role, boolean hasSecondFactor, int recoveryCodes)
        implements OfficePage {
    public SelfPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
    }

    @Override
    public String title() {
        return words().say("self.title");
    }

    @Override
    public String template() {
        return "office/self.jte";
    }
}
