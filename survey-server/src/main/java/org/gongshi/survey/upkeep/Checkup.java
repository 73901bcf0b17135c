package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundFile;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.Examination;
import org.gongshi.survey.store.FolderLock;
import org.gongshi.survey.store.StoreFault;

/** Looks a whole survey over (体检): keys, state, every row of both files, leftovers, permissions. Mends nothing. */
public final class Checkup {
    private static final Set<String> LEFTOVERS =
            Set.of("backup", "restoring", "closing", "closed", "round.json.new", "destroying.json");
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final SurveyFiles files;
    private final List<String> sound = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    public Checkup(SurveyFiles files) {
        this.files = Objects.requireNonNull(files, "files");
    }

    /** @param server the running server, which looks at its own data; empty when none runs */
    public CheckupReport run(Optional<Operations> server) {
        DataFolder folder = files.folder();
        if (Files.exists(folder.destruction())) {
            notes.add("原始答卷已按保存期限销毁，证明见 " + folder.destruction());
            return report();
        }
        if (!folder.hasSurvey()) {
            faults.add("数据目录中没有调查：" + folder.root() + "（如有备份，可运行 survey restore）");
            return report();
        }
        attempt(() -> RowKey.read(files.rowKey())).ifPresent(key -> {
            sound.add("行校验密钥可读取");
            Optional<RoundRecord> record = attempt(() -> new RoundFile(folder.round(), key).read());
            record.ifPresent(this::state);
            data(server, key, record.isEmpty());
        });
        permissions();
        if (server.isEmpty()) {
            leftovers();
        }
        return report();
    }

    private void state(RoundRecord record) {
        sound.add("调查状态 " + record.state().label() + "，校验码相符");
        boolean needed = !record.state().isOver();
        if (needed) {
            attempt(() -> Pepper.read(files.pepper(), record.pepper()))
                    .ifPresent(pepper ->
                            sound.add(record.pepper().isPresent() ? "访问码密钥可读取，是这一轮的" : "访问码密钥可读取（是否这一轮的，启动一次服务后才能核对）"));
        } else if (record.destroyed() && Files.exists(files.pepper())) {
            faults.add("调查已结束，但访问码密钥仍在：" + files.pepper() + "（销毁它，以及它的所有副本）");
        }
    }

    /** @param stranger whether not even the state of the round bears the key's seal */
    private void data(Optional<Operations> server, RowKey key, boolean stranger) {
        attempt(() -> server.map(Operations::check).orElseGet(() -> examine(key)))
                .ifPresent(damages -> {
                    if (stranger
                            && damages.stream().filter(Damage::isOfWholeTable).count() > 1) {
                        faults.add("状态、各表的封存行数和 " + damages.size() + " 处校验码都不符：多半是行校验密钥拿错了，请换回这个目录原来的密钥："
                                + files.rowKey());
                        return;
                    }
                    damages.stream().map(Damage::toLine).forEach(faults::add);
                    if (damages.isEmpty()) {
                        sound.add("访问码、答卷和意见各行的校验码、行数和总数相符");
                    } else {
                        faults.add("损坏的行不会进入结果；请停止服务，把最近的备份恢复到另一个目录（survey restore）");
                    }
                });
    }

    private List<Damage> examine(RowKey key) {
        try (FolderLock lock = FolderLock.take(files.folder())) {
            Objects.requireNonNull(lock, "lock");
            return Examination.of(files.folder(), key);
        }
    }

    private void permissions() {
        List<Path> secrets = new ArrayList<>(List.of(files.rowKey(), files.pepper()));
        secrets.addAll(entries());
        secrets.add(files.folder().root());
        secrets.stream()
                .filter(Files::exists)
                .filter(this::isOpenToOthers)
                .forEach(path -> faults.add("其他用户可以访问：" + path + "（chmod go-rwx）"));
    }

    private boolean isOpenToOthers(Path path) {
        try {
            return !path.getFileName().toString().equals("lock")
                    && Files.getFileStore(path).supportsFileAttributeView("posix")
                    && !OWNER.containsAll(Files.getPosixFilePermissions(path));
        } catch (IOException gone) {
            // A log that SQLite removed in the meantime.
            return false;
        }
    }

    private void leftovers() {
        for (Path path : entries()) {
            String name = path.getFileName().toString();
            if (LEFTOVERS.contains(name) || name.endsWith("-wal") && size(path) > 0) {
                notes.add("上一次操作中断时留下的文件：" + name + "（下次启动或下次执行同一命令时处理）");
            }
        }
    }

    private List<Path> entries() {
        try (Stream<Path> all = Files.list(files.folder().root())) {
            return all.sorted().toList();
        } catch (IOException fault) {
            faults.add("数据目录无法列出：" + files.folder().root());
            return List.of();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (RoundFault fault) {
            faults.addAll(fault.lines());
        } catch (SecretFault | StoreFault fault) {
            faults.add(fault.getMessage());
        }
        return Optional.empty();
    }

    private CheckupReport report() {
        return new CheckupReport(sound, notes, faults);
    }
}
