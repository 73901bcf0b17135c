package org.gongshi.templates.office;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the first administrator makes the own account (首次设置).
 *
 * @param key what opens the page, from the server's own window
 * @param shortest length of a password
 * @param name what was typed before
 * @param person what was typed before
 * @param fault what was wrong
 */
public record SetupPage(OfficeFrame frame, String key, int shortest, String name, String person, Optional<String> fault)
        implements OfficePage {
    public SetupPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(fault, "fault");
    }

    @Override
    public String title() {
        return words().say("setup.title");
    }

    @Override
    public String template() {
        return "office/setup.jte";
    }
}
