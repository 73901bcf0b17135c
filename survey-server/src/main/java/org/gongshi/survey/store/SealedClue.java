package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A clue as it lies in the box (加密的线索): nobody here can read it.
 *
 * @param id 32 random hex digits, for the inbox
 * @param day when it came
 */
public record SealedClue(String id, LocalDate day, byte[] bytes) {
    public SealedClue {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(day, "day");
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes a new file, one clue a line: id, day, Base64. */
    public static void write(Path file, List<SealedClue> clues) {
        String text = clues.stream()
                .map(clue ->
                        clue.id + " " + clue.day + " " + Base64.getEncoder().encodeToString(clue.bytes))
                .collect(Collectors.joining("\n", "", "\n"));
        if (Files.exists(file)) {
            throw new StoreFault("文件已存在，不会覆盖：" + file);
        }
        Disk.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws StoreFault when the file is no such list */
    public static List<SealedClue> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .filter(line -> !line.isBlank())
                    .map(SealedClue::parse)
                    .toList();
        } catch (IOException | DateTimeException | IllegalArgumentException | IndexOutOfBoundsException fault) {
            throw new StoreFault("线索导出文件读不到，或不是 survey clues export 写的：" + file, fault);
        }
    }

    private static SealedClue parse(String line) {
        String[] parts = line.split(" ");
        return new SealedClue(
                parts[0], LocalDate.parse(parts[1]), Base64.getDecoder().decode(parts[2]));
    }
}
