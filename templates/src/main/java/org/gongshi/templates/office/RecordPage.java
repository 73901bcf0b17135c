package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that a clerk writes by hand, as a form (登记表): what it has once, and a list of entries.
 *
 * @param key of the form; its words stand under {@code records.form.KEY}, {@code records.field.KEY.…}
 * @param file the file behind it
 * @param digest of what is shown: what somebody else changed since is not overwritten
 * @param head fields that it has once; may be none
 * @param entries what stands in its list
 * @param fresh an entry that is not there yet; empty where the form has no list
 * @param state what happened to what was just sent
 * @param readable whether the file can be read; else it can only be mended as a text
 * @param may whether this person may fill it in
 */
public record RecordPage(
        OfficeFrame frame,
        String key,
        String file,
        String digest,
        List<Field> head,
        List<Entry> entries,
        Optional<Entry> fresh,
        State state,
        boolean readable,
        boolean may)
        implements OfficePage {
    public RecordPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(digest, "digest");
        head = List.copyOf(head);
        entries = List.copyOf(entries);
        Objects.requireNonNull(fresh, "fresh");
        Objects.requireNonNull(state, "state");
    }

    /**
     * What is wrong with what was just sent.
     *
     * @param faults what belongs to no single field
     * @param stale whether somebody else changed the file meanwhile
     * @param wrong whether anything is wrong with it
     */
    public record State(List<String> faults, boolean stale, boolean wrong) {
        public State {
            faults = List.copyOf(faults);
        }
    }

    /**
     * An entry.
     *
     * @param number from 1; {@code new} for one that is not there yet
     * @param summary what it is, in a line
     * @param badge key of its state under {@code records.badge.}; empty for none
     * @param open whether its form is unfolded
     */
    public record Entry(String number, String summary, String badge, List<Field> fields, boolean open) {
        public Entry {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field; its words stand under {@code records.field.FORM.KEY}.
     *
     * @param id unique on the page
     * @param kind TEXT, DATE, PLACE, OUTCOME or PAGE
     * @param fault what is wrong with it; empty when nothing
     * @param note what is still to be done about it, which stops nothing; empty when nothing
     * @param choices what can be chosen or is offered
     */
    public record Field(
            String id,
            String key,
            String kind,
            boolean needed,
            String value,
            String fault,
            String note,
            List<AccountsPage.Choice> choices) {
        public Field {
            choices = List.copyOf(choices);
        }

        /** Long texts have room. */
        public int rows() {
            return List.of("about", "result", "text", "reason", "channel").contains(key) ? 3 : 1;
        }
    }

    /** The words of a field's hint; may be empty. */
    public String hint(Field field) {
        return words().find("records.hint." + key + "." + field.key()).orElse("");
    }

    @Override
    public String title() {
        return words().say("records.form." + key);
    }

    @Override
    public String template() {
        return "office/record.jte";
    }
}
