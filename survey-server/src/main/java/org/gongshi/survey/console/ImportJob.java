package org.gongshi.survey.console;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** One uploaded workbook or report (一次导入): what the generator said of it, and what would change. Thread-safe. */
final class ImportJob {
    private final int number;
    private final String person;
    private final String file;
    private final OffsetDateTime moment;
    private State state = State.RUNNING;
    private final List<String> said = new ArrayList<>();
    private final TreeMap<String, Change> changes = new TreeMap<>();

    /** Where it stands. */
    enum State {
        RUNNING("running"),
        /** Right, and waiting to be accepted. */
        READY("ready"),
        /** Something is wrong with it; nothing is written. */
        REFUSED("refused"),
        ACCEPTED("accepted"),
        DISCARDED("discarded");

        private final String key;

        State(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /**
     * A file of the content that would change.
     *
     * @param before its digest when the workbook came; empty for a new file
     */
    record Change(String before, byte[] bytes, List<String> diff) {
        Change {
            bytes = bytes.clone();
            diff = List.copyOf(diff);
        }
    }

    ImportJob(int number, String person, String file, OffsetDateTime moment) {
        this.number = number;
        this.person = Objects.requireNonNull(person, "person");
        this.file = Objects.requireNonNull(file, "file");
        this.moment = Objects.requireNonNull(moment, "moment");
    }

    int number() {
        return number;
    }

    String person() {
        return person;
    }

    String file() {
        return file;
    }

    OffsetDateTime moment() {
        return moment;
    }

    synchronized State state() {
        return state;
    }

    /** Whether it was in that state, and is in the next one now. */
    synchronized boolean turn(State from, State next) {
        boolean was = state == from;
        state = was ? next : state;
        return was;
    }

    synchronized void say(String line) {
        said.add(line);
    }

    synchronized List<String> said() {
        return List.copyOf(said);
    }

    synchronized void change(String name, Change change) {
        changes.put(name, change);
    }

    synchronized TreeMap<String, Change> changes() {
        return new TreeMap<>(changes);
    }
}
