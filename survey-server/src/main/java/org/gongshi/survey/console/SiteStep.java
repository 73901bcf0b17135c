package org.gongshi.survey.console;

/** A step of a preparation or publication of the site (步骤), in order. */
enum SiteStep {
    /** A copy of the content, so that what was looked at is what gets published. */
    COPY("copy"),
    CHECK("check"),
    /** A candidate beside the public site, not signed. */
    BUILD("build"),
    VERIFY("verify"),
    /** What would change for a reader. */
    DIFF("diff"),
    /** The real build: signed, swapped in. */
    PUBLISH("publish"),
    /** The public site verified with the office's public key. */
    CONFIRM("confirm");

    private final String key;

    SiteStep(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
