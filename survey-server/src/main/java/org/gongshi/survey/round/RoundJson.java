package org.gongshi.survey.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.content.DeviationJson;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.sampling.Fraction;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.SchoolRoll;

/** {@link RoundRecord} as JSON, in the data folder and on the control socket. */
public final class RoundJson {
    private RoundJson() {}

    public static Json.Obj write(RoundRecord record) {
        var object = Json.object()
                .put("round", record.round().toString())
                .put("state", record.state().key())
                .put("destroyed", record.destroyed());
        record.opened().ifPresent(day -> object.put("opened", day.toString()));
        record.closed().ifPresent(day -> object.put("closed", day.toString()));
        record.pepper().ifPresent(mark -> object.put("pepper", mark));
        if (!record.weights().isEmpty()) {
            object.put(
                    "weights",
                    Json.array(record.weights().stream().map(RoundJson::weight).toList()));
        }
        if (!record.rolls().isEmpty()) {
            object.put(
                    "rolls",
                    Json.array(record.rolls().stream().map(RoundJson::roll).toList()));
        }
        record.aftermath().seen().ifPresent(day -> object.put("seen", day.toString()));
        if (!record.aftermath().deviations().isEmpty()) {
            object.put("deviations", DeviationJson.writeAll(record.aftermath().deviations()));
        }
        record.lock().ifPresent(lock -> {
            var digests = Json.object();
            lock.questionnaires().forEach((audience, digest) -> digests.put(audience.key(), digest.toString()));
            object.put("plan", lock.plan().toString())
                    .put("closes", lock.closes().toString())
                    .put("questionnaires", digests.build());
            if (!lock.languages().isEmpty()) {
                var languages = Json.object();
                lock.languages().forEach((language, digest) -> languages.put(language, digest.toString()));
                object.put("languages", languages.build());
            }
            lock.populations().ifPresent(digest -> object.put("populations", digest.toString()));
        });
        return object.build();
    }

    /** @throws RuntimeException when the object is not what {@link #write} makes */
    public static RoundRecord read(Json.Obj object) {
        String[] round = text(object, "round").split("/");
        return new RoundRecord(
                new RoundKey(new EvaluationYear(Integer.parseInt(round[0])), new PlaceCode(round[1])),
                RoundState.ofKey(text(object, "state")).orElseThrow(IllegalArgumentException::new),
                object.field("plan").map(present -> lock(object)),
                object.field("opened").map(RoundJson::text).map(LocalDate::parse),
                object.field("closed").map(RoundJson::text).map(LocalDate::parse),
                object.field("destroyed")
                        .map(flag -> ((Json.Bool) flag).value())
                        .orElse(false),
                object.field("pepper").map(RoundJson::text),
                object.field("weights").map(RoundJson::weights).orElse(List.of()),
                object.field("rolls").map(RoundJson::rolls).orElse(List.of()),
                new Aftermath(
                        object.field("seen").map(RoundJson::text).map(LocalDate::parse),
                        object.field("deviations").map(DeviationJson::readAll).orElse(List.of())));
    }

    private static Json weight(SchoolWeight school) {
        return StratumJson.of(school.stratum())
                .put("cluster", school.cluster())
                .put("weight", school.weight().toString())
                .build();
    }

    private static Json roll(SchoolRoll school) {
        return StratumJson.of(school.stratum())
                .put("cluster", school.cluster())
                .put("people", school.people())
                .put("batch", school.batch())
                .build();
    }

    private static List<SchoolRoll> rolls(Json array) {
        return ((Json.Arr) array)
                .items().stream()
                        .map(Json.Obj.class::cast)
                        .map(school -> new SchoolRoll(
                                StratumJson.read(school),
                                number(school, "cluster"),
                                number(school, "people"),
                                number(school, "batch")))
                        .toList();
    }

    private static int number(Json.Obj object, String field) {
        return ((Json.Num) object.field(field).orElseThrow()).value().intValueExact();
    }

    private static List<SchoolWeight> weights(Json array) {
        return ((Json.Arr) array)
                .items().stream()
                        .map(Json.Obj.class::cast)
                        .map(school -> new SchoolWeight(
                                StratumJson.read(school),
                                number(school, "cluster"),
                                Fraction.parse(text(school, "weight"))))
                        .toList();
    }

    private static FormsLock lock(Json.Obj object) {
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        Json.Obj questionnaires = (Json.Obj) object.field("questionnaires").orElseThrow(IllegalArgumentException::new);
        questionnaires
                .fields()
                .forEach((audience, digest) ->
                        digests.put(Audience.ofKey(audience).orElseThrow(), Digest.parse(text(digest))));
        Map<String, Digest> languages = new TreeMap<>();
        object.field("languages")
                .ifPresent(found -> ((Json.Obj) found)
                        .fields()
                        .forEach((language, digest) -> languages.put(language, Digest.parse(text(digest)))));
        return new FormsLock(
                Digest.parse(text(object, "plan")),
                digests,
                OffsetDateTime.parse(text(object, "closes")),
                languages,
                object.field("populations").map(RoundJson::text).map(Digest::parse));
    }

    static String text(Json.Obj object, String field) {
        return object.field(field).map(RoundJson::text).orElseThrow(IllegalArgumentException::new);
    }

    private static String text(Json value) {
        return ((Json.Str) value).value();
    }
}
