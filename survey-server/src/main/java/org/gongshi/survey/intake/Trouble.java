package org.gongshi.survey.intake;

import org.gongshi.survey.store.StoreFault;
import org.slf4j.Logger;

/**
 * Whether batches can be kept (故障状态). One line when trouble begins and one when it ends: a full disk must not be filled with
 * lines about it. Thread-safe.
 */
final class Trouble {
    private final Logger log;
    private boolean present;

    Trouble(Logger log) {
        this.log = log;
    }

    synchronized boolean isPresent() {
        return present;
    }

    synchronized void begins(RuntimeException fault) {
        if (!present) {
            log.error("batches are not kept: {}", reason(fault));
        }
        present = true;
    }

    synchronized void ends() {
        if (present) {
            log.warn("batches are kept again");
        }
        present = false;
    }

    /** The store's own messages name no person's data; of anything else only the kind is told. */
    private static String reason(RuntimeException fault) {
        return fault instanceof StoreFault
                ? fault.getMessage()
                : fault.getClass().getName();
    }
}
