package org.gongshi.templates.office;

import java.util.Objects;
import java.util.Optional;

/**
 * The pair of keys of the box of clues (线索箱密钥), which the reader's browser makes.
 *
 * @param fingerprint SHA-256 of the public key in use, 64 hexadecimal digits; empty while there is none
 * @param given whether that key was named at the start of the server, so that it cannot be changed here
 */
public record ClueKeyPage(OfficeFrame frame, Optional<String> fingerprint, boolean given) implements OfficePage {
    public ClueKeyPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    @Override
    public String title() {
        return words().say("clue-key.title");
    }

    @Override
    public Optional<String> script() {
        return Optional.of(frame().assets().clues());
    }

    @Override
    public String template() {
        return "office/clueKey.jte";
    }
}
