package org.gongshi.survey.estimate;

/** A case file is not as expected: where, what is wrong, what was expected, how to mend it. */
public final class CaseFault extends RuntimeException {
    private final String where;
    private final String what;
    private final String expected;
    private final String mend;

    public CaseFault(String where, String what, String expected, String mend) {
        super(where + ": " + what + "; expected " + expected + "; " + mend);
        this.where = where;
        this.what = what;
        this.expected = expected;
        this.mend = mend;
    }

    /** File and field or line. */
    public String where() {
        return where;
    }

    public String what() {
        return what;
    }

    public String expected() {
        return expected;
    }

    public String mend() {
        return mend;
    }
}
