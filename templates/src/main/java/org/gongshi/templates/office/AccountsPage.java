package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The accounts (账号管理). */
public record AccountsPage(
        OfficeFrame frame,
        List<Line> lines,
        List<Choice> roles,
        List<Choice> places,
        Typed typed,
        Optional<String> fault)
        implements OfficePage {
    public AccountsPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
        roles = List.copyOf(roles);
        places = List.copyOf(places);
        Objects.requireNonNull(typed, "typed");
        Objects.requireNonNull(fault, "fault");
    }

    /**
     * One account.
     *
     * @param roleKey the role's key
     * @param place name of the place, for a coordinator; else empty
     * @param state key under {@code accounts.state}
     * @param factor whether a second factor is set up
     * @param own whether it is the reader's own, which nobody changes here
     */
    public record Line(
            String name,
            String person,
            String roleKey,
            String role,
            String placeKey,
            String place,
            String state,
            boolean factor,
            boolean enabled,
            boolean own) {}

    /** An option of a list. */
    public record Choice(String key, String label) {}

    /** What was typed into the form for a new account. */
    public record Typed(String name, String person, String role, String place) {
        public static final Typed NOTHING = new Typed("", "", "", "");
    }

    @Override
    public String title() {
        return words().say("accounts.title");
    }

    @Override
    public String template() {
        return "office/accounts.jte";
    }
}
