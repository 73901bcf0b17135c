package org.gongshi.templates.office;

import java.util.Objects;
import java.util.Optional;

/**
 * The way in (登录页).
 *
 * @param formToken against a sign-in that another site's page sends
 * @param name what was typed before
 * @param fault what was wrong, in the same words whatever it was
 */
public record SignInPage(OfficeFrame frame, String formToken, String name, Optional<String> fault)
        implements OfficePage {
    public SignInPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(formToken, "formToken");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fault, "fault");
    }

    @Override
    public String title() {
        return words().say("sign-in.title");
    }

    @Override
    public String template() {
        return "office/signIn.jte";
    }
}
