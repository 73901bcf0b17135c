package org.gongshi.survey.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.RoundFault;

/**
 * The one folder in which everything of an office lies (办公室的文件夹): content, a data folder for each round, accounts and log, the public
 * site, keys. Backed up as a whole, moved as a whole, and apart from the program, so that an upgrade changes nothing in it.
 */
record OfficeHome(Path root) {
    OfficeHome {
        root = root.toAbsolutePath().normalize();
    }

    Path content() {
        return root.resolve("content");
    }

    /** The file that names the round which is worked on. */
    Path chosen() {
        return root.resolve("round");
    }

    /** The data folder of a round; its keys lie beside it. */
    Path survey(RoundKey round) {
        return root.resolve("surveys").resolve(round.toString().replace('/', '-'));
    }

    OfficeFolder office() {
        return new OfficeFolder(root.resolve("accounts"));
    }

    Path site() {
        return root.resolve("site").resolve("public");
    }

    Path siteKey() {
        return root.resolve("keys").resolve("site.key");
    }

    /** The public key of the box of clues, where the office has made one. */
    Optional<Path> clueKey() {
        return Optional.of(office().cluePublicKey()).filter(Files::exists);
    }

    /**
     * Makes what is not there.
     *
     * @param starter the empty content that a new office begins with
     * @return whether the folder is new
     */
    boolean prepare(Path starter) throws IOException {
        if (Files.exists(content())) {
            return false;
        }
        if (!Files.isDirectory(starter)) {
            throw new RoundFault("找不到新办公室的内容：" + starter);
        }
        Files.createDirectories(root);
        if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectories(root.resolve("surveys"));
        Path beside = root.resolve("content.new");
        copy(starter, beside);
        Files.move(beside, content());
        return true;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.copy(path, target);
                }
            }
        }
    }
}
