package org.gongshi.survey.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was asked of the console.
 *
 * @param parts what stood in place of the names in braces of the route
 * @param query fields behind the question mark
 * @param form fields of a form; empty for a GET
 * @param file what came with the form
 * @param session what the session cookie holds
 * @param visitor what the cookie of somebody who is not signed in holds
 * @param address of the client, for slowing those who guess
 */
public record Request(
        Map<String, String> parts,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        Optional<Upload> file,
        Optional<String> session,
        Optional<String> visitor,
        String address) {
    public Request {
        parts = Map.copyOf(parts);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(address, "address");
    }

    /** A file as a browser sends it; the name is the sender's and tells nothing but its ending. */
    public record Upload(String name, byte[] bytes) {
        public Upload {
            Objects.requireNonNull(name, "name");
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        /** The last part of the name, without what a file system or a page could stumble over. */
        String plainName() {
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                    .replaceAll("[^\\p{L}\\p{N}._-]", "_")
                    .replaceFirst("^[.]+", "");
            return last.isEmpty() ? "file" : last.length() > 80 ? last.substring(last.length() - 80) : last;
        }
    }

    /** The first value of a form's field; nothing when it is absent. */
    String text(String field) {
        return first(form, field);
    }

    /** The first value of a query's field; nothing when it is absent. */
    String asked(String field) {
        return first(query, field);
    }

    private static String first(Map<String, List<String>> fields, String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
