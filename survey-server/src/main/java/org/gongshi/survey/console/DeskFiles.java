package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongshi.evaluation.json.Json;
import org.gongshi.survey.store.StoreFault;

/** What desks keep beside the content: small files, and records of what was told. */
final class DeskFiles {
    private DeskFiles() {}

    /** @throws StoreFault when it cannot be read */
    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new StoreFault("文件无法读取：" + file, fault);
        }
    }

    /** The text of a field; empty when there is none. */
    static String text(Json.Obj object, String field) {
        return object.field(field)
                .filter(Json.Str.class::isInstance)
                .map(one -> ((Json.Str) one).value())
                .orElse("");
    }
}
