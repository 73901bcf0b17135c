package org.gongshi.survey.office;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/**
 * A line of the log (审计记录): who did what, when, and how it ended. Never a password, a code or an answer.
 *
 * @param account sign-in name as typed for a failed sign-in; {@code -} for the machine's operator
 * @param role key of the role at that moment; {@code -} for none
 * @param what key of an {@link Action}, or {@code sign-in}, {@code sign-out}, {@code request}
 * @param object what it was about, e.g. a batch or an account
 */
public record AuditEntry(
        long number, Instant moment, String account, String role, String what, String object, Outcome outcome) {
    public AuditEntry {
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** How it ended. */
    public enum Outcome {
        DONE("done", "完成"),
        REFUSED("refused", "被拒绝"),
        FAILED("failed", "失败");

        private final String key;
        private final String label;

        Outcome(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public String label() {
            return label;
        }

        static Optional<Outcome> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }

    String json() {
        return new String(
                JsonText.canonical(Json.object()
                        .put("n", number)
                        .put("moment", moment.toString())
                        .put("account", account)
                        .put("role", role)
                        .put("what", what)
                        .put("object", object)
                        .put("outcome", outcome.key())
                        .build()),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** @throws RuntimeException when the text is not what {@link #json} makes */
    static AuditEntry read(String json) {
        Json.Obj object = (Json.Obj) JsonText.parse(json);
        return new AuditEntry(
                ((Json.Num) object.field("n").orElseThrow()).value().longValueExact(),
                Instant.parse(text(object, "moment")),
                text(object, "account"),
                text(object, "role"),
                text(object, "what"),
                text(object, "object"),
                Outcome.ofKey(text(object, "outcome")).orElseThrow());
    }

    private static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }
}
