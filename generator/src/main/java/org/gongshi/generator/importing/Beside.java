package org.gongshi.generator.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.picture.Picture;

/**
 * Files beside an imported report (随报告导入的图片).
 *
 * @param written by their names in the content
 * @param gone names of pictures of an earlier import that are no longer shown
 */
record Beside(Map<String, byte[]> written, List<String> gone) {
    static final Beside NOTHING = new Beside(Map.of(), List.of());

    /** Names that only an import gives: whatever an office named itself stays. */
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{16}\\.(?:png|jpg)");

    Beside {
        written = Collections.unmodifiableMap(new TreeMap<>(written));
        gone = List.copyOf(gone);
    }

    /** @param folder of the report's pictures, relative to the content */
    static Beside of(Path content, String folder, Map<String, Picture> pictures) throws IOException {
        Map<String, byte[]> written = new TreeMap<>();
        pictures.forEach((name, picture) -> written.put(folder + "/" + name, picture.bytes()));
        Path there = content.resolve(folder);
        if (!Files.isDirectory(there)) {
            return new Beside(written, List.of());
        }
        try (Stream<Path> files = Files.list(there)) {
            return new Beside(
                    written,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> OURS.matcher(name).matches() && !pictures.containsKey(name))
                            .map(name -> folder + "/" + name)
                            .sorted()
                            .toList());
        }
    }
}
