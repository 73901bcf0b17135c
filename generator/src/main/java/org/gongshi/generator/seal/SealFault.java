package org.gongshi.generator.seal;

/** Bytes that are no manifest, checksum list, chain or key; the message says in Chinese what is wrong with them. */
public final class SealFault extends RuntimeException {
    public SealFault(String message) {
        super(message);
    }

    public SealFault(String message, Throwable cause) {
        super(message, cause);
    }
}
