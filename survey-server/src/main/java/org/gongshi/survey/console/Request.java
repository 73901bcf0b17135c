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
 * @param session what the session cookie holds
 * @param visitor what the cookie of somebody who is not signed in holds
 * @param address of the client, for slowing those who guess
 */
public record Request(
        Map<String, String> parts,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        Optional<String> session,
        Optional<String> visitor,
        String address) {
    public Request {
        parts = Map.copyOf(parts);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(address, "address");
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
