package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Receipts;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundFile;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.ClosedStore;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.FolderLock;
import org.gongshi.survey.store.StoreFault;

/**
 * Destroys the raw rows of a released survey when they have been kept long enough (到期销毁), with the backups that are
 * named and the keys, and leaves a proof: which files, of what size and digest, and the root of the receipts, so that it
 * can be told from the published list what was destroyed. Overwritten, then removed; an interruption is finished by the
 * next run.
 */
public final class Destruction {
    /** Where a backup, a restore or a close that a crash cut short may have left copies. */
    private static final List<String> LEFTOVERS = List.of("backup", "restoring", "closing", "closed", "paper");

    private static final List<String> LOGS = List.of("-wal", "-shm", "-journal");

    private final SurveyFiles files;
    private final Path intent;
    private final Consumer<Path> gone;

    public Destruction(SurveyFiles files) {
        this(files, file -> {});
    }

    /** @param gone is told of each file when it is gone, and first of the list of all of them */
    Destruction(SurveyFiles files, Consumer<Path> gone) {
        this.files = Objects.requireNonNull(files, "files");
        this.intent = files.folder().destroying();
        this.gone = Objects.requireNonNull(gone, "gone");
    }

    /**
     * Who destroys, and when.
     *
     * @param by two different people, by role or name
     * @param today the day, where the survey took place
     * @param retentionDays days after the close for which raw rows are kept
     * @param backups further files to destroy
     * @param withClues whether the sealed clues may go too; without it they must not be there
     */
    public record Order(List<String> by, LocalDate today, int retentionDays, List<Path> backups, boolean withClues) {
        public Order {
            by = List.copyOf(by);
            Objects.requireNonNull(today, "today");
            backups = List.copyOf(backups);
        }
    }

    /**
     * The bytes of the proof, which also stays in the data folder.
     *
     * @throws RoundFault before anything is touched: not released, kept too short, one person alone, a backup that is
     *     not there
     */
    public byte[] run(Order order) {
        DataFolder folder = files.folder();
        try (FolderLock lock = FolderLock.take(folder)) {
            Objects.requireNonNull(lock, "lock");
            return runHeld(order);
        }
    }

    /** @throws RoundFault with all reasons why it may not be done; nothing is touched */
    public void require(Order order) {
        RowKey key = RowKey.read(files.rowKey());
        requireAllowed(order, new RoundFile(files.folder().round(), key).read());
    }

    /** The same by the process that holds the folder already. */
    public byte[] runHeld(Order order) {
        DataFolder folder = files.folder();
        try {
            if (Files.exists(folder.destruction())) {
                throw new RoundFault("原始答卷已经销毁，证明见 " + folder.destruction());
            }
            if (Files.notExists(intent)) {
                Disk.write(intent, proof(order));
                gone.accept(intent);
            }
            destroy(order.backups());
            Disk.move(intent, folder.destruction());
            return Files.readAllBytes(folder.destruction());
        } catch (IOException fault) {
            throw new StoreFault("销毁未完成，请再次执行：" + fault.getMessage(), fault);
        }
    }

    /**
     * Finishes what two people had ordered and a crash cut short, by the list that was written before the first file went.
     *
     * @return whether there was something to finish
     * @throws StoreFault when it could not be finished now
     */
    public boolean finish() {
        if (Files.notExists(intent)) {
            return false;
        }
        try (FolderLock lock = FolderLock.take(files.folder())) {
            Objects.requireNonNull(lock, "lock");
            List<Path> backups = new ArrayList<>();
            var document = (Json.Obj) JsonText.parse(Files.readAllBytes(intent));
            ((Json.Arr) document.field("files").orElseThrow())
                    .items().stream()
                            .map(entry ->
                                    (Json.Str) ((Json.Obj) entry).field("file").orElseThrow())
                            .map(name -> Path.of(name.value()))
                            .filter(file -> !rawNames().contains(file.toString()))
                            .forEach(backups::add);
            destroy(backups);
            Disk.move(intent, files.folder().destruction());
            return true;
        } catch (IOException fault) {
            throw new StoreFault("销毁未完成，请再次执行：" + fault.getMessage(), fault);
        }
    }

    private byte[] proof(Order order) throws IOException {
        RowKey key = RowKey.read(files.rowKey());
        RoundRecord record = new RoundFile(files.folder().round(), key).read();
        requireAllowed(order, record);
        LocalDate closed = record.closed().orElseThrow();
        var document = Json.object()
                .put("format", "gongshi-destruction-1")
                .put("round", record.round().toString())
                .put("opened", record.opened().orElseThrow().toString())
                .put("closed", closed.toString())
                .put("retentionDays", order.retentionDays())
                .put("destroyed", order.today().toString())
                .put("by", Json.array(order.by().stream().map(Json::of).toList()))
                .put("method", "每个文件以零覆盖全部字节、同步到磁盘后删除；行校验密钥同时销毁");
        try (ClosedStore store = ClosedStore.open(files.folder(), key)) {
            var rows = Json.object();
            new TreeMap<>(store.rows()).forEach(rows::put);
            Receipts receipts = store.receipts();
            document.put("rows", rows.build())
                    .put("receipts", receipts.count())
                    .put("receiptsRoot", receipts.root().toString());
        }
        document.put("files", listed(order.backups()));
        return JsonText.pretty(document.build());
    }

    private void requireAllowed(Order order, RoundRecord record) {
        List<String> reasons = new ArrayList<>();
        if (record.state() != RoundState.RELEASED) {
            reasons.add("调查" + record.state().label() + "；结果发布之后才能销毁原始答卷");
        }
        record.closed()
                .map(day -> day.plusDays(order.retentionDays()))
                .filter(order.today()::isBefore)
                .ifPresent(day -> reasons.add("保存期限未到：原始答卷保存到 " + day));
        if (order.by().size() != 2
                || order.by().get(0).strip().equals(order.by().get(1).strip())) {
            reasons.add("销毁须由两个不同的人办理");
        }
        order.backups().stream().filter(Files::notExists).forEach(backup -> reasons.add("备份文件不存在：" + backup));
        if (!order.withClues() && Files.exists(files.folder().clues())) {
            reasons.add("线索箱还在：先用 survey clues export 导出，再加 --with-clues 一并销毁");
        }
        if (!reasons.isEmpty()) {
            throw new RoundFault(reasons);
        }
    }

    private Json listed(List<Path> backups) throws IOException {
        Map<String, Path> named = new TreeMap<>();
        rawFiles().forEach(file -> named.put(file.getFileName().toString(), file));
        backups.forEach(file -> named.put(file.toString(), file));
        List<Json> entries = new ArrayList<>();
        for (Map.Entry<String, Path> entry : named.entrySet()) {
            try (InputStream bytes = Files.newInputStream(entry.getValue())) {
                entries.add(Json.object()
                        .put("file", entry.getKey())
                        .put("bytes", Files.size(entry.getValue()))
                        .put("sha256", Digest.of(bytes).hex())
                        .build());
            }
        }
        return Json.array(entries);
    }

    private List<Path> rawFiles() {
        DataFolder folder = files.folder();
        return Stream.of(folder.answers(), folder.codes(), folder.clues())
                .filter(Files::exists)
                .toList();
    }

    /** As they stand in the proof; further files stand there with their folders. */
    private List<String> rawNames() {
        DataFolder folder = files.folder();
        return Stream.of(folder.answers(), folder.codes(), folder.clues())
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private void destroy(List<Path> backups) throws IOException {
        for (Path backup : backups) {
            destroy(backup);
        }
        for (Path file : rawFiles()) {
            destroy(file);
        }
        leftovers();
        destroy(files.folder().round());
        Pepper.destroy(files.pepper());
        RowKey.destroy(files.rowKey());
        gone.accept(files.rowKey());
    }

    /** They are no part of the proof, since nobody knew of them: copies and logs of the files that are. */
    private void leftovers() throws IOException {
        Path root = files.folder().root();
        for (String name : rawNames()) {
            for (String log : LOGS) {
                Disk.destroy(root.resolve(name + log));
            }
        }
        Disk.destroy(root.resolve(files.folder().round().getFileName() + ".new"));
        for (String name : LEFTOVERS) {
            Folders.destroy(root.resolve(name));
        }
    }

    private void destroy(Path file) throws IOException {
        Disk.destroy(file);
        gone.accept(file);
    }
}
