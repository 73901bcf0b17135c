package org.gongshi.survey.intake;

import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.store.SurveyStore;

/**
 * The negative control of the power cut: SQLite as it is usually set with a write-ahead log. NORMAL does not sync the log at
 * a commit; and the log is not cut before the reply, for cutting it syncs it by the way, whatever the setting is.
 */
final class UsualProtocol extends Protocol {
    UsualProtocol(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
        super(store, pepper, random, counts);
        store.responses();
        try {
            for (String name : new String[] {"codesFile", "answersFile"}) {
                Field field = SurveyStore.class.getDeclaredField(name);
                field.setAccessible(true);
                try (Statement statement = ((Connection) field.get(store)).createStatement()) {
                    statement.execute("PRAGMA synchronous=NORMAL");
                }
            }
        } catch (ReflectiveOperationException | SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    void truncateCodes() {
        // The log grows until SQLite is closed.
    }

    @Override
    void truncateAnswers() {
        // The log grows until SQLite is closed.
    }
}
