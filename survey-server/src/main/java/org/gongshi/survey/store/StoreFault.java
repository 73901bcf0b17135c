package org.gongshi.survey.store;

/**
 * The store cannot do what was asked: a full disk, a damaged file, a folder in use. The message is Chinese, for the
 * operator, and holds no code, nonce, answer or receipt.
 */
public final class StoreFault extends RuntimeException {
    public StoreFault(String message) {
        super(message);
    }

    public StoreFault(String message, Throwable cause) {
        super(message, cause);
    }
}
