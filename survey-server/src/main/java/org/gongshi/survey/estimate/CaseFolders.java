package org.gongshi.survey.estimate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.json.JsonText;

/** Case folders on disk: finds them, computes them, writes CASE.json beside and swaps it in. */
public final class CaseFolders {
    private CaseFolders() {}

    /**
     * The case folders at a path: the path itself when it holds a design.json, otherwise the folders in it that do, by
     * name.
     */
    public static List<Path> find(Path cases) throws IOException {
        if (Files.isRegularFile(cases.resolve("design.json"))) {
            return List.of(cases);
        }
        try (Stream<Path> inside = Files.list(cases)) {
            return inside.filter(folder -> Files.isRegularFile(folder.resolve("design.json")))
                    .sorted()
                    .toList();
        }
    }

    /** The name of a case: that of its folder. */
    public static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /**
     * Computes a case and writes its results.
     *
     * @return what became of it
     * @throws CaseFault when the case as a whole is not as expected; nothing is written then
     */
    public static CaseOutcome compute(Path folder, Path results) throws IOException {
        byte[] design = Files.readAllBytes(folder.resolve("design.json"));
        String file = SurveyCase.dataFile(design);
        Path data = folder.resolve(file).normalize();
        if (!data.startsWith(folder.normalize()) || !Files.isRegularFile(data)) {
            throw new CaseFault(
                    "design.json: data.file",
                    "the case folder has no file " + file,
                    "a file of rows",
                    "add it or correct the name");
        }
        CaseOutcome outcome = SurveyCase.compute(design, text(file, Files.readAllBytes(data)));
        Files.createDirectories(results);
        Path target = results.resolve(name(folder) + ".json");
        Path beside = Files.createTempFile(results, name(folder), ".part");
        Files.write(beside, JsonText.pretty(outcome.results()));
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return outcome;
    }

    private static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException fault) {
            throw new CaseFault(file, "is not UTF-8", "text in UTF-8", "save it again as UTF-8");
        }
    }
}
