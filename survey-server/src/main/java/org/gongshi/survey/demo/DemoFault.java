package org.gongshi.survey.demo;

/** A step of the demonstration failed; the message, in Chinese, says which and what was seen. */
public final class DemoFault extends RuntimeException {
    public DemoFault(String message) {
        super(message);
    }

    public DemoFault(String message, Throwable cause) {
        super(message, cause);
    }
}
