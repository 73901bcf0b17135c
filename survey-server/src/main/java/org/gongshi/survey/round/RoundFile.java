package org.gongshi.survey.round;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.store.Disk;

/** {@code round.json} of the data folder: the {@link RoundRecord} with a seal, so that nobody moves it back. */
public final class RoundFile {
    private static final String KIND = "round";

    private final Path file;
    private final RowKey key;

    public RoundFile(Path file, RowKey key) {
        this.file = Objects.requireNonNull(file, "file");
        this.key = Objects.requireNonNull(key, "key");
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** @throws RoundFault when it is unreadable or was changed by another hand */
    public RoundRecord read() {
        try {
            Json.Obj sealed = (Json.Obj) JsonText.parse(Files.readAllBytes(file));
            Json.Obj record = (Json.Obj) sealed.field("record").orElseThrow();
            byte[] seal = HexFormat.of().parseHex(text(sealed, "seal"));
            if (!key.fits(seal, KIND, JsonText.canonical(record))) {
                throw new RoundFault("调查状态文件已被改动，或行校验密钥不属于这个目录：" + file);
            }
            return record(record);
        } catch (IOException | JsonFault | IllegalArgumentException | ClassCastException fault) {
            throw new RoundFault("调查状态文件无法读取：" + file);
        }
    }

    void write(RoundRecord record) {
        Json.Obj json = json(record);
        String seal = HexFormat.of().formatHex(key.seal(KIND, JsonText.canonical(json)));
        Disk.write(
                file,
                JsonText.pretty(
                        Json.object().put("record", json).put("seal", seal).build()));
    }

    private static Json.Obj json(RoundRecord record) {
        var object = Json.object()
                .put("round", record.round().toString())
                .put("state", record.state().key())
                .put("destroyed", record.destroyed());
        record.opened().ifPresent(day -> object.put("opened", day.toString()));
        record.closed().ifPresent(day -> object.put("closed", day.toString()));
        record.lock().ifPresent(lock -> {
            var digests = Json.object();
            lock.questionnaires().forEach((audience, digest) -> digests.put(audience.key(), digest.toString()));
            object.put("plan", lock.plan().toString())
                    .put("closes", lock.closes().toString())
                    .put("questionnaires", digests.build());
        });
        return object.build();
    }

    private static RoundRecord record(Json.Obj object) {
        String[] round = text(object, "round").split("/");
        return new RoundRecord(
                new RoundKey(new EvaluationYear(Integer.parseInt(round[0])), new PlaceCode(round[1])),
                RoundState.ofKey(text(object, "state")).orElseThrow(IllegalArgumentException::new),
                object.field("plan").map(present -> lock(object)),
                object.field("opened").map(RoundFile::text).map(LocalDate::parse),
                object.field("closed").map(RoundFile::text).map(LocalDate::parse),
                object.field("destroyed")
                        .map(flag -> ((Json.Bool) flag).value())
                        .orElse(false));
    }

    private static FormsLock lock(Json.Obj object) {
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        Json.Obj questionnaires = (Json.Obj) object.field("questionnaires").orElseThrow(IllegalArgumentException::new);
        questionnaires
                .fields()
                .forEach((audience, digest) ->
                        digests.put(Audience.ofKey(audience).orElseThrow(), Digest.parse(text(digest))));
        return new FormsLock(Digest.parse(text(object, "plan")), digests, OffsetDateTime.parse(text(object, "closes")));
    }

    private static String text(Json.Obj object, String field) {
        return object.field(field).map(RoundFile::text).orElseThrow(IllegalArgumentException::new);
    }

    private static String text(Json value) {
        return ((Json.Str) value).value();
    }
}
