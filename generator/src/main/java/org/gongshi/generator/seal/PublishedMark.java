package org.gongshi.generator.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** A note beside the releases of which one went public last: it tells a published one from one that a kill left behind. */
final class PublishedMark {
    private static final String FILE = "published";
    private static final Pattern NAME = Pattern.compile("[0-9]{4,9}-[0-9a-f]{12}(\\.[0-9]+)?");

    private PublishedMark() {}

    static boolean isReleaseName(String name) {
        return NAME.matcher(name).matches();
    }

    static int sequenceOf(String releaseName) {
        return Integer.parseInt(releaseName.substring(0, releaseName.indexOf('-')));
    }

    static Optional<String> read(Path releases) throws IOException {
        Path file = releases.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file).strip()).filter(PublishedMark::isReleaseName);
    }

    static void write(Path releases, String name) throws IOException {
        Path beside = releases.resolve(".staging-" + FILE);
        Files.write(beside, (name + "\n").getBytes(StandardCharsets.US_ASCII));
        Files.move(beside, releases.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
