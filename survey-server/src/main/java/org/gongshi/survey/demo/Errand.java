package org.gongshi.survey.demo;

import java.util.Objects;
import java.util.Optional;

/**
 * One person's way to the server.
 *
 * @param code with which the sheet is sent; empty for the open link
 * @param nonce number of the form
 * @param second number of the form that is sent a second time with the same code
 */
record Errand(Sheet sheet, Optional<String> code, String nonce, String second) {
    Errand {
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(second, "second");
    }
}
