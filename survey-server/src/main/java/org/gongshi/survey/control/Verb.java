package org.gongshi.survey.control;

/** What can be asked over the control socket. */
enum Verb {
    REPORT,
    MINT,
    VOID,
    OPEN,
    CLOSE,
    CLOSE_DAMAGED,
    DEVIATE,
    SEEN,
    RELEASED,
    SNAPSHOT,
    CHECK,
    CLUES,
    PAPER,
    PAPER_DISCARD,
    PAPER_WAITING
}
