package org.gongshi.survey.round;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
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
            byte[] seal = HexFormat.of().parseHex(RoundJson.text(sealed, "seal"));
            if (!key.fits(seal, KIND, JsonText.canonical(record))) {
                throw new RoundFault("调查状态文件已被改动，或行校验密钥不属于这个目录：" + file);
            }
            return RoundJson.read(record);
        } catch (IOException | JsonFault | IllegalArgumentException | ClassCastException fault) {
            throw new RoundFault("调查状态文件无法读取：" + file);
        }
    }

    /** The same bytes elsewhere, durable when it returns. */
    void copyInto(Path copy) {
        try {
            Disk.write(copy, Files.readAllBytes(file));
        } catch (IOException fault) {
            throw new RoundFault("调查状态文件无法读取：" + file);
        }
    }

    /** The same state with the seal of another row key. */
    public void reseal(RowKey fresh) {
        new RoundFile(file, fresh).write(read());
    }

    void write(RoundRecord record) {
        Json.Obj json = RoundJson.write(record);
        String seal = HexFormat.of().formatHex(key.seal(KIND, JsonText.canonical(json)));
        Disk.write(
                file,
                JsonText.pretty(
                        Json.object().put("record", json).put("seal", seal).build()));
    }
}
