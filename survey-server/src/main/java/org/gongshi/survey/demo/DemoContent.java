package org.gongshi.survey.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.survey.intake.LockedForms;

/**
 * The demonstration's own copy of the content (演示内容): one round as it was before its results and decisions, the rounds
 * before and after it as they are.
 */
public final class DemoContent {
    private static final String RESULTS = "results.json";
    private static final String DECISIONS = "decisions.yaml";
    /** Behind the name of a content folder: its files as they were first published, where they were corrected since. */
    private static final String FIRST = ".first";

    private static final long FEWEST_INVITED = 6;
    /** What a run makes. */
    private static final Set<String> MADE = Set.of(RESULTS, DECISIONS, "scores.csv");

    private final Path root;
    private final RoundKey key;

    private DemoContent(Path root, RoundKey key) {
        this.root = root;
        this.key = key;
    }

    /** Copies the content and takes its newest round, without that round's released results and decisions. */
    public static DemoContent copy(Path source, Path target) {
        return copy(source, target, Optional.empty());
    }

    /**
     * The same for the round of a year.
     *
     * @param year empty for the newest round that has a survey plan
     */
    public static DemoContent copy(Path source, Path target, Optional<EvaluationYear> year) {
        RoundKey key = new ContentReader(new ContentFolder(source), new Findings())
                .rounds().stream()
                        .filter(round -> Files.exists(source.resolve(ContentPaths.plan(round))))
                        .filter(round -> year.map(round.year()::equals).orElse(true))
                        .max(RoundKey::compareTo)
                        .orElseThrow(() -> new DemoFault("内容目录中没有带调查方案的评价轮次：" + source
                                + year.map(wanted -> "，" + wanted + "年度").orElse("")));
        try {
            copyFolder(source, target, source.resolve(key.toString()));
        } catch (IOException fault) {
            throw new DemoFault("内容无法复制：" + source + " → " + target, fault);
        }
        return new DemoContent(target, key);
    }

    static DemoContent of(Path root, RoundKey key) {
        return new DemoContent(root, key);
    }

    public Path root() {
        return root;
    }

    public RoundKey key() {
        return key;
    }

    public Round round() {
        return read(reader -> reader.round(key));
    }

    public List<Population> populations() {
        return read(reader -> Optional.of(reader.populations(key)));
    }

    /** Plan, questionnaires and places, as the survey locks them. */
    public LockedForms forms() {
        return read(reader -> {
            var plan = reader.plan(key);
            var questionnaires = reader.questionnaires(key);
            var translations = List.copyOf(reader.translations(key).values());
            var people = Optional.of(Population.digest(reader.populations(key)));
            return plan.map(found ->
                    new LockedForms(found, questionnaires, Set.copyOf(round().places()), translations, people));
        });
    }

    /**
     * The content as it was published before its first correction (更正之前): this one, with the files that lie in the folder of
     * the same name with {@code .first} beside the source in the place of those that were corrected.
     *
     * @param source the content of which this is a copy
     * @param target where the earlier content goes
     * @return empty when nothing was corrected or no such folder lies beside the source
     */
    public Optional<Earlier> beforeCorrections(Path source, Path target) {
        Path first = source.resolveSibling(source.getFileName() + FIRST);
        Optional<LocalDate> corrected = Files.isDirectory(first)
                ? read(ContentReader::corrections).stream()
                        .map(Correction::date)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
        return corrected.map(day -> {
            try {
                copyFolder(root, target);
                copyFolder(first, target);
            } catch (IOException fault) {
                throw new DemoFault("内容无法复制：" + first + " → " + target, fault);
            }
            return new Earlier(target, day.minusDays(1));
        });
    }

    /** Content of an earlier day. */
    public record Earlier(Path root, LocalDate asOf) {}

    /**
     * Changes the invitations of {@code populations.csv} in proportion, so that about so many people are asked, six of every
     * stratum at least.
     */
    public void scale(double factor) {
        Path file = root.resolve(ContentPaths.populations(key));
        try {
            List<String> scaled = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                scaled.add(scaled.isEmpty() || line.isBlank() ? line : scaled(line, factor));
            }
            Files.write(file, scaled);
        } catch (IOException fault) {
            throw new DemoFault("文件无法改写：" + file, fault);
        }
    }

    private static String scaled(String line, double factor) {
        String[] cells = line.split(",", -1);
        long people = Long.parseLong(cells[3]);
        long invited = Long.parseLong(cells[5]);
        // Nobody is asked twice; a few at least, for a stratum in which nobody answers cannot be weighted.
        long fewest = Math.min(invited, FEWEST_INVITED);
        cells[5] = Long.toString(Math.min(people, Math.max(fewest, Math.round(invited * factor))));
        return String.join(",", cells);
    }

    private <T> T read(Function<ContentReader, Optional<T>> question) {
        Findings findings = new Findings();
        Optional<T> answer = question.apply(new ContentReader(new ContentFolder(root), findings));
        if (findings.hasErrors() || answer.isEmpty()) {
            throw new DemoFault("内容有错：\n"
                    + String.join(
                            "\n",
                            findings.sorted().stream().map(Finding::toLine).toList()));
        }
        return answer.get();
    }

    /** Everything as it is, over what is there. */
    static void copyFolder(Path source, Path target) throws IOException {
        copyFolder(source, target, target);
    }

    /** @param round the folder without results and decisions in the copy; one that is not in the source: all is copied as it is */
    private static void copyFolder(Path source, Path target, Path round) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.sorted().toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!file.startsWith(round)) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                } else if (file.getFileName().toString().equals(DECISIONS)) {
                    Files.writeString(copy, undecided(Files.readString(file)));
                } else if (!file.getFileName().toString().equals(RESULTS)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** The comments above stay, the decisions go. */
    private static String undecided(String text) {
        StringBuilder kept = new StringBuilder();
        text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.append("decisions: []\n").toString();
    }

    /**
     * Writes what the run made of the round (results, scores with the indices taken over, decisions) into another copy of the
     * same content: this is how the shipped demonstration is renewed.
     */
    public void renew(Path shipped) {
        Path round = root.resolve(key.toString());
        try (Stream<Path> files = Files.walk(round)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (MADE.contains(file.getFileName().toString())) {
                    Path to = shipped.resolve(root.relativize(file).toString());
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException fault) {
            throw new DemoFault("演示内容无法更新：" + shipped, fault);
        }
    }

    /** Removes a folder with all that is in it. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException fault) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException fault) {
            throw new DemoFault("目录无法清空：" + folder, fault);
        }
    }
}
