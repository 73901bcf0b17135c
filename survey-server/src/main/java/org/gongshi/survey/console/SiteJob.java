package org.gongshi.survey.console;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/**
 * One preparation of the site, and perhaps its publication (一次网站生成): what is on file about it. Thread-safe.
 */
final class SiteJob extends Job {
    private static final int LONGEST_LOG = 200_000;

    private final Optional<Integer> again;
    private final Optional<LocalDate> asOf;
    private State state = State.RUNNING;
    private String content = "";
    private Optional<String> publisher = Optional.empty();
    private Optional<OffsetDateTime> published = Optional.empty();
    private final Map<SiteStep, Outcome> outcomes = new EnumMap<>(SiteStep.class);
    private final Map<SiteStep, StringBuilder> logs = new EnumMap<>(SiteStep.class);

    /** Where it stands. */
    enum State {
        RUNNING("running"),
        READY("ready"),
        FAILED("failed"),
        PUBLISHING("publishing"),
        PUBLISHED("published"),
        DISCARDED("discarded"),
        /** The server ended while it ran. */
        INTERRUPTED("interrupted");

        private final String key;

        State(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        boolean isBusy() {
            return this == RUNNING || this == PUBLISHING;
        }
    }

    /** How a step ended, or that it is under way. */
    enum Outcome {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A new one.
     *
     * @param again the earlier release whose content is taken once more
     * @param asOf the day that the site shall speak of; empty for the one of {@code site.yaml}
     */
    SiteJob(
            int number,
            String account,
            String person,
            OffsetDateTime begun,
            Optional<Integer> again,
            Optional<LocalDate> asOf) {
        super(number, account, person, begun);
        this.again = Objects.requireNonNull(again, "again");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
    }

    Optional<LocalDate> asOf() {
        return asOf;
    }

    Optional<Integer> again() {
        return again;
    }

    synchronized State state() {
        return state;
    }

    synchronized void turn(State next) {
        state = next;
    }

    /** Digest of the copied content: a byte changed afterwards stops the publication. */
    synchronized String content() {
        return content;
    }

    synchronized void contentIs(String digest) {
        content = digest;
    }

    synchronized Optional<String> publisher() {
        return publisher;
    }

    synchronized Optional<OffsetDateTime> published() {
        return published;
    }

    synchronized void publishedBy(String who) {
        publisher = Optional.of(who);
    }

    synchronized void publishedAt(OffsetDateTime moment) {
        published = Optional.of(moment);
    }

    synchronized void begin(SiteStep step) {
        outcomes.put(step, Outcome.RUNNING);
        logs.put(step, new StringBuilder());
    }

    synchronized void line(SiteStep step, String line) {
        StringBuilder log = logs.get(step);
        if (log.length() < LONGEST_LOG) {
            log.append(line).append('\n');
        }
    }

    synchronized void end(SiteStep step, boolean well) {
        outcomes.put(step, well ? Outcome.DONE : Outcome.FAILED);
    }

    synchronized Optional<Outcome> outcome(SiteStep step) {
        return Optional.ofNullable(outcomes.get(step));
    }

    synchronized String log(SiteStep step) {
        return Optional.ofNullable(logs.get(step)).map(StringBuilder::toString).orElse("");
    }

    synchronized byte[] json() {
        var steps = new ArrayList<Json>();
        outcomes.forEach((step, outcome) -> steps.add(Json.object()
                .put("step", step.key())
                .put("outcome", outcome.name())
                .put("log", log(step))
                .build()));
        return JsonText.pretty(Json.object()
                .put("number", number())
                .put("account", account())
                .put("person", person())
                .put("begun", moment().toString())
                .put("again", again.map(Object::toString).orElse(""))
                .put("asOf", asOf.map(LocalDate::toString).orElse(""))
                .put("state", state.name())
                .put("content", content)
                .put("publisher", publisher.orElse(""))
                .put("published", published.map(Object::toString).orElse(""))
                .put("steps", Json.array(steps))
                .build());
    }

    /** @throws RuntimeException when the bytes are not what {@link #json} makes */
    static SiteJob read(byte[] bytes) {
        Json.Obj object = (Json.Obj) JsonText.parse(bytes);
        var job = new SiteJob(
                ((Json.Num) object.field("number").orElseThrow()).value().intValueExact(),
                text(object, "account"),
                text(object, "person"),
                OffsetDateTime.parse(text(object, "begun")),
                filled(object, "again").map(Integer::valueOf),
                filled(object, "asOf").map(LocalDate::parse));
        State state = State.valueOf(text(object, "state"));
        job.state = state.isBusy() ? State.INTERRUPTED : state;
        job.content = text(object, "content");
        job.publisher = filled(object, "publisher");
        job.published = filled(object, "published").map(OffsetDateTime::parse);
        List<Json> steps = ((Json.Arr) object.field("steps").orElseThrow())
                .items().stream().map(Json.class::cast).toList();
        for (Json one : steps) {
            Json.Obj told = (Json.Obj) one;
            for (SiteStep step : SiteStep.values()) {
                if (step.key().equals(text(told, "step"))) {
                    job.outcomes.put(step, Outcome.valueOf(text(told, "outcome")));
                    job.logs.put(step, new StringBuilder(text(told, "log")));
                }
            }
        }
        return job;
    }

    private static Optional<String> filled(Json.Obj object, String field) {
        // What an earlier version wrote has no such field.
        return object.field(field).map(value -> ((Json.Str) value).value()).filter(value -> !value.isEmpty());
    }

    private static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }
}
