package org.gongshi.survey.access;

/** A key file is missing, damaged or cannot be written; the message is Chinese, for the operator. */
public final class SecretFault extends RuntimeException {
    public SecretFault(String message) {
        super(message);
    }
}
