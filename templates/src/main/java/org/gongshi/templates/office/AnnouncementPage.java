package org.gongshi.templates.office;

import java.util.Map;
import java.util.Objects;

/**
 * A notice as a form (公告登记).
 *
 * @param name its name in addresses; empty for one that is not there yet
 * @param digest of what is shown: what somebody else changed since is not overwritten
 * @param values {@code name}, {@code title}, {@code date}, {@code body}
 * @param faults by field; under an empty key what belongs to no single one
 * @param may whether this person may write it
 */
public record AnnouncementPage(
        OfficeFrame frame,
        String name,
        String digest,
        Map<String, String> values,
        Map<String, String> faults,
        boolean may)
        implements OfficePage {
    public AnnouncementPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(digest, "digest");
        values = Map.copyOf(values);
        faults = Map.copyOf(faults);
    }

    /** Where the form goes. */
    public String address() {
        return "/office/announcements/" + (name.isEmpty() ? "new" : name);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** Ids of what is said about a field. */
    public String about(String field) {
        return (fault(field).isEmpty() ? "" : field + "-fault ") + field + "-hint";
    }

    @Override
    public String title() {
        return words().say(name.isEmpty() ? "announcement.new" : "announcement.edit");
    }

    @Override
    public String template() {
        return "office/announcement.jte";
    }
}
