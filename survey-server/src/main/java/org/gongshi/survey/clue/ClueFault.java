package org.gongshi.survey.clue;

/** A clue or a key that cannot be read; the message is Chinese, for the office, and holds nothing of any clue. */
public final class ClueFault extends RuntimeException {
    public ClueFault(String message) {
        super(message);
    }
}
