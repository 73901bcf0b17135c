package org.gongshi.survey.round;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.store.ClosedStore;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.FolderLock;
import org.gongshi.survey.store.StoreFault;

/**
 * A data folder in the hands of one process (数据目录): its lock, its row key, and what is on file about the survey. Of a survey whose raw
 * rows were destroyed only the proof is left, from which it is known to be released; there is no row key any more.
 */
final class RoundHold implements AutoCloseable {
    private final SurveyFiles files;
    private final SurveyContent content;
    private final FolderLock lock;
    private Optional<RowKey> rowKey = Optional.empty();
    private volatile RoundRecord record;
    private volatile boolean gone;

    /** @throws RoundFault when the folder belongs to another round, or a destruction was begun and not finished */
    RoundHold(SurveyFiles files, Optional<RoundKey> round, SurveyContent content, SecureRandom random) {
        this.files = files;
        this.content = content;
        this.lock = FolderLock.take(files.folder().create());
        try {
            DataFolder folder = files.folder();
            if (Files.exists(folder.destroying())) {
                throw new RoundFault("原始答卷的销毁尚未完成，请再次运行 survey destroy：" + folder.root());
            }
            if (Files.exists(folder.destruction())) {
                forget();
            } else {
                boolean begun = folder.hasSurvey();
                rowKey = Optional.of(begun ? RowKey.read(files.rowKey()) : RowKey.readOrCreate(files.rowKey(), random));
                record = file().exists() ? file().read() : begin(round, begun);
            }
            requireSame(round);
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    /** Whether the raw rows were destroyed. */
    boolean isGone() {
        return gone;
    }

    RoundRecord record() {
        return record;
    }

    void remember(RoundRecord next) {
        file().write(next);
        record = next;
    }

    void copyRecord(Path target) {
        file().copyInto(target);
    }

    /** @throws RoundFault when the raw rows were destroyed, and the key with them */
    RowKey rowKey() {
        return rowKey.orElseThrow(() -> gone(files.folder()));
    }

    static RoundFault gone(DataFolder folder) {
        return new RoundFault("原始答卷已按保存期限销毁，证明见 " + folder.destruction());
    }

    <T> T read(Function<ClosedStore, T> question) {
        try (ClosedStore store = ClosedStore.open(files.folder(), rowKey())) {
            return question.apply(store);
        }
    }

    /** After the destruction: what the proof tells is all that is known. */
    void forget() {
        var proof = (Json.Obj) JsonText.parse(bytes(files.folder().destruction()));
        String[] key = text(proof, "round").split("/");
        var round = new RoundKey(new EvaluationYear(Integer.parseInt(key[0])), new PlaceCode(key[1]));
        LocalDate closed = LocalDate.parse(text(proof, "closed"));
        // Proofs of former versions do not tell the day of the opening.
        LocalDate opened = proof.field("opened").isPresent() ? LocalDate.parse(text(proof, "opened")) : closed;
        record = new RoundRecord(
                round,
                RoundState.RELEASED,
                Optional.of(FormsLock.of(content.forms(round))),
                Optional.of(opened),
                Optional.of(closed),
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                Aftermath.NONE);
        rowKey = Optional.empty();
        gone = true;
    }

    private RoundFile file() {
        return new RoundFile(files.folder().round(), rowKey());
    }

    private RoundRecord begin(Optional<RoundKey> round, boolean begun) {
        if (begun) {
            throw new RoundFault("数据目录缺少调查状态文件 round.json：" + files.folder().root());
        }
        RoundKey key = round.orElseThrow(
                () -> new RoundFault("数据目录中没有调查：" + files.folder().root()));
        RoundRecord fresh = RoundRecord.prepared(key);
        file().write(fresh);
        return fresh;
    }

    private void requireSame(Optional<RoundKey> round) {
        if (round.isPresent() && !round.get().equals(record.round())) {
            throw new RoundFault("数据目录属于 " + record.round() + "，不是 " + round.get() + "；每轮调查使用各自的数据目录");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new StoreFault("文件无法读取：" + file, fault);
        }
    }

    private static String text(Json.Obj object, String field) {
        return object.field(field)
                .filter(Json.Str.class::isInstance)
                .map(one -> ((Json.Str) one).value())
                .orElseThrow(() -> new RoundFault("销毁证明已被改动，缺少 " + field));
    }

    @Override
    public void close() {
        lock.close();
    }
}
