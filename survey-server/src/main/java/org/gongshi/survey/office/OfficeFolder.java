package org.gongshi.survey.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.gongshi.survey.store.StoreFault;

/**
 * Where the office's own data lie (办公目录), apart from any survey's data folder: accounts outlive a round.
 *
 * @param root a folder for its owner alone
 */
public record OfficeFolder(Path root) {
    public OfficeFolder {
        root = Objects.requireNonNull(root, "root").toAbsolutePath().normalize();
    }

    /** The usual place beside a survey's data folder {@code DATA}: {@code DATA.office}. */
    public static OfficeFolder beside(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        return new OfficeFolder(folder.resolveSibling(folder.getFileName() + ".office"));
    }

    public Path file() {
        return root.resolve("office.db");
    }

    /** The office's key, beside the folder and not in it. */
    public Path key() {
        return root.resolveSibling(root.getFileName() + ".key");
    }

    /** Where the site is prepared. */
    public Path site() {
        return root.resolve("site");
    }

    /** The public key of the box of clues that the console has made, beside the folder. */
    public Path cluePublicKey() {
        return root.resolveSibling(root.getFileName() + ".clues.pub");
    }

    public boolean exists() {
        return Files.exists(file());
    }

    OfficeFolder create() {
        try {
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            return this;
        } catch (IOException fault) {
            throw new StoreFault("办公目录无法建立：" + root, fault);
        }
    }
}
