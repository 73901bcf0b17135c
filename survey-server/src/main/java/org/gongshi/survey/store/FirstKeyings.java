package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.access.CodeHash;
import org.gongshi.survey.access.RowKey;

/**
 * Paper sheets that were keyed in once (首次录入): each in a sealed file of its own, named by the hash of its slip's code, and
 * overwritten and removed as soon as a second keying agrees. They lie apart from codes and answers. Belongs to one thread.
 */
public final class FirstKeyings {
    private static final String KIND = "keying";
    private static final String ENDING = ".json";

    private final Path folder;
    private final RowKey key;

    FirstKeyings(DataFolder folder, RowKey key) {
        this.folder = Objects.requireNonNull(folder, "folder").paper();
        this.key = Objects.requireNonNull(key, "key");
    }

    /** What was keyed in first; empty when nothing was. */
    public Optional<Json.Obj> find(CodeHash sheet) {
        Path file = file(sheet);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Json.Obj sealed = (Json.Obj) JsonText.parse(Files.readAllBytes(file));
            Json.Obj keying = (Json.Obj) sealed.field(KIND).orElseThrow();
            String seal = ((Json.Str) sealed.field("seal").orElseThrow()).value();
            if (!key.fits(HexFormat.of().parseHex(seal), KIND, sheet.bytes(), JsonText.canonical(keying))) {
                throw new StoreFault("首次录入的校验码不符：" + file.getFileName());
            }
            return Optional.of(keying);
        } catch (IOException | RuntimeException fault) {
            throw fault instanceof StoreFault told ? told : new StoreFault("首次录入无法读取：" + file.getFileName());
        }
    }

    /** Holds a keying until the second comes; durable when this returns. */
    public void hold(CodeHash sheet, Json.Obj keying) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
        } catch (IOException fault) {
            throw new StoreFault("目录无法建立：" + folder, fault);
        }
        byte[] seal = key.seal(KIND, sheet.bytes(), JsonText.canonical(keying));
        Disk.write(
                file(sheet),
                JsonText.pretty(Json.object()
                        .put(KIND, keying)
                        .put("seal", HexFormat.of().formatHex(seal))
                        .build()));
    }

    /** Overwrites and removes a keying; one that is gone already is fine. */
    public void destroy(CodeHash sheet) {
        destroy(file(sheet));
    }

    /** How many sheets wait for their second keying. */
    public int count() {
        return files(folder).size();
    }

    /** Overwrites and removes all of them: at the close, when no second keying can come any more. */
    static void destroyAll(DataFolder folder) {
        files(folder.paper()).forEach(FirstKeyings::destroy);
        try {
            Files.deleteIfExists(folder.paper());
        } catch (IOException fault) {
            throw new StoreFault("目录无法删除：" + folder.paper(), fault);
        }
    }

    private static void destroy(Path file) {
        try {
            Disk.destroy(file);
        } catch (IOException fault) {
            throw new StoreFault("首次录入无法销毁：" + file.getFileName(), fault);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException fault) {
            throw new StoreFault("目录无法读取：" + folder, fault);
        }
    }

    private Path file(CodeHash sheet) {
        return folder.resolve(sheet.hex() + ENDING);
    }
}
