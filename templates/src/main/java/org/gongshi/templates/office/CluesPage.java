package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What lies in the box of clues (线索收件箱): never a content.
 *
 * @param open whether there is a key that clues are sealed to
 * @param total how many in all
 * @param lines the newest of them
 * @param places names for the codes that a clue bears; its content is known to the reader's browser alone
 */
public record CluesPage(OfficeFrame frame, boolean open, int total, List<Line> lines, List<AccountsPage.Choice> places)
        implements OfficePage {
    public CluesPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
        places = List.copyOf(places);
    }

    /** One sealed clue; {@code bytes} is its sealed size. */
    public record Line(String id, String day, int bytes) {}

    @Override
    public String title() {
        return words().say("clues.title");
    }

    @Override
    public Optional<String> script() {
        return Optional.of(frame().assets().clues());
    }

    @Override
    public String template() {
        return "office/clues.jte";
    }
}
