package org.gongshi.survey.console;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.survey.office.Person;

/**
 * One change of the content that waits to be accepted (一次改动): a workbook that came back, a form that was filled in, a decision to
 * confirm. Thread-safe.
 */
final class ChangeJob extends Job {
    private final ChangeKind kind;
    private final String title;
    private State state = State.RUNNING;
    private final List<String> said = new ArrayList<>();
    private final List<Bound> bound = new ArrayList<>();
    private final TreeMap<String, Change> changes = new TreeMap<>();

    /** Where it stands. */
    enum State {
        RUNNING("running"),
        /** Right, and waiting to be accepted. */
        READY("ready"),
        /** Something is wrong with it; nothing is written. */
        REFUSED("refused"),
        ACCEPTED("accepted"),
        DISCARDED("discarded"),
        /** Nobody accepted it in time; what would have been written is gone. */
        EXPIRED("expired"),
        /** The server stopped while it was looked at. */
        INTERRUPTED("interrupted");

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
     * @param before its digest when the change was made; empty for a new file
     * @param after bytes of the new file; empty where it goes
     */
    record Change(String before, Optional<byte[]> after, List<String> diff) {
        Change {
            after = after.map(byte[]::clone);
            diff = List.copyOf(diff);
        }

        /** The picture that comes; empty for every other file. */
        Optional<Picture> picture() {
            return after.flatMap(ChangedFiles::picture);
        }
    }

    /**
     * What a decision is bound to.
     *
     * @param subject {@code YEAR/ORGANIZER/PLACE}
     * @param score weighted score, exact
     * @param digest of exactly the inputs
     */
    record Bound(String subject, String place, String score, String grade, String digest) {
        Bound {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(digest, "digest");
        }
    }

    ChangeJob(int number, ChangeKind kind, String title, Person person, OffsetDateTime moment) {
        this(number, kind, title, person.name(), person.person(), moment);
    }

    ChangeJob(int number, ChangeKind kind, String title, String account, String person, OffsetDateTime moment) {
        super(number, account, person, moment);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.title = Objects.requireNonNull(title, "title");
    }

    ChangeKind kind() {
        return kind;
    }

    /** Name of the file that came, or what was filled in. */
    String title() {
        return title;
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

    synchronized void bind(Bound one) {
        bound.add(one);
    }

    synchronized List<Bound> bound() {
        return List.copyOf(bound);
    }

    synchronized void change(String name, Change change) {
        changes.put(name, change);
    }

    synchronized TreeMap<String, Change> changes() {
        return new TreeMap<>(changes);
    }

    /** What would have been written, and what was said of it, may name people: it goes when it is no longer needed. */
    synchronized void forget() {
        changes.clear();
        said.clear();
    }
}
