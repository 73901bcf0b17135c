package org.gongshi.survey.demo;

import java.util.Objects;
import java.util.Optional;

/** One person's way to the server: what to send, and with which code; empty for the open link. */
record Errand(Sheet sheet, Optional<String> code) {
    Errand {
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(code, "code");
    }
}
