package org.gongshi.survey.office;

/** Something the office does not allow; the message is Chinese, for the person at the console. */
public final class OfficeFault extends RuntimeException {
    public OfficeFault(String message) {
        super(message);
    }
}
