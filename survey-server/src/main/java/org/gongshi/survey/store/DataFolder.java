package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Where each file of a survey lies (数据目录): one folder for one survey, readable by its owner alone. */
public record DataFolder(Path root) {
    public DataFolder {
        root = Objects.requireNonNull(root, "root").toAbsolutePath().normalize();
    }

    /** Makes the folder when it is not there yet. */
    public DataFolder create() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return this;
        } catch (IOException fault) {
            throw new StoreFault("数据目录无法建立：" + root, fault);
        }
    }

    /** Hashes of codes; after the close only counts. */
    public Path codes() {
        return root.resolve("codes.db");
    }

    /** Answers and the box of remarks. */
    public Path answers() {
        return root.resolve("answers.db");
    }

    /** Sealed clues and suggestions, which only the office can read. */
    public Path clues() {
        return root.resolve("clues.db");
    }

    /** Paper sheets that were keyed in once. */
    public Path paper() {
        return root.resolve("paper");
    }

    /** State of the round and what was locked at its opening. */
    public Path round() {
        return root.resolve("round.json");
    }

    /** Held by the one process that works on the folder. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** The local control socket, or a file that says where it is. */
    public Path socket() {
        return root.resolve("control.sock");
    }

    /** What is left when the raw rows were destroyed: the proof of it. */
    public Path destruction() {
        return root.resolve("destruction.json");
    }

    /** The same while the destruction is under way. */
    public Path destroying() {
        return root.resolve("destroying.json");
    }

    public boolean hasSurvey() {
        return Files.exists(codes()) || Files.exists(answers()) || Files.exists(round());
    }
}
