package org.gongshi.generator.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.generator.load.ContentLoader;
import org.gongshi.generator.picture.Framing;
import org.gongshi.generator.picture.PictureIntake;
import org.gongshi.generator.word.WordReport;

/**
 * Imports what the office wrote in Excel or Word (导入). The new files are first held, in a copy of the content, against every rule; what is
 * wrong is told by the address of its cell, and then nothing is written.
 */
public final class OfficeImport {
    /**
     * What became of an import.
     *
     * @param findings what is wrong or odd in the imported file itself, by cell
     * @param consequences what else in the content is no longer right once the files are written, such as a decision that was bound to
     *     the former bytes
     * @param written the files that were written; none when there is an error
     */
    public record Result(List<Finding> findings, List<Finding> consequences, List<String> written) {
        public Result {
            findings = List.copyOf(findings);
            consequences = List.copyOf(consequences);
            written = List.copyOf(written);
        }
    }

    private static final Pattern OTHER_LINE = Pattern.compile("第 ([0-9]{1,7}) 行已经有了");

    private final Path content;

    public OfficeImport(Path content) {
        this.content = content;
    }

    /** Imports a workbook. */
    public Result workbook(Path workbook) throws IOException {
        Findings findings = new Findings();
        String name = workbook.getFileName().toString();
        var read = new WorkbookImport(name, Files.readAllBytes(workbook), new ContentFolder(content), findings);
        List<PlainFile> files = read.files();
        return write(name, files, Beside.NOTHING, read.words(), findings);
    }

    /**
     * Imports a report that was written in Word, with its pictures. The front matter of the report that is there stays; a new one is begun
     * with empty keys that the office fills in. Pictures of an earlier import that the report no longer shows go.
     *
     * @param subject folder of the place, {@code YEAR/ORGANIZER/PLACE}
     */
    public Result report(Path docx, String subject) throws IOException {
        Findings findings = new Findings();
        String name = docx.getFileName().toString();
        Optional<WordReport> read = WordReport.read(name, Files.readAllBytes(docx), findings);
        if (read.isEmpty()) {
            return new Result(findings.sorted(), List.of(), List.of());
        }
        WordReport report = read.get();
        String path = subject + "/report.md";
        boolean there = Files.exists(content.resolve(path));
        String head = there ? frontMatter(Files.readString(content.resolve(path))) : begun(report.title());
        report.title()
                .filter(title -> there && !head.contains(title))
                .ifPresent(title -> findings.warning(
                        Location.of(name), "文档的题目“" + title + "”与现有报告的 title 不同，没有导入", "需要改的，请直接编辑 " + path));
        PlainFile file = new PlainFile(path, head + report.body(), Map.of());
        if (report.body().isBlank()) {
            findings.error(Location.of(name), "文档没有正文", "请核对文件");
        }
        Beside beside = Beside.of(content, subject + "/" + ContentPaths.PICTURES, report.pictures());
        return write(name, List.of(file), beside, Optional.empty(), findings);
    }

    /**
     * Imports one picture beside a report, which the office then shows where it likes.
     *
     * @param subject folder of the place, {@code YEAR/ORGANIZER/PLACE}
     */
    public Result picture(Path file, String subject) throws IOException {
        Findings findings = new Findings();
        String name = file.getFileName().toString();
        try {
            Picture picture = PictureIntake.take(Files.readAllBytes(file), Framing.WHOLE);
            String folder = ContentPaths.PICTURES;
            findings.warning(
                    Location.of(name),
                    "图片去掉了像素以外的内容，还没有报告显示它",
                    "请在 " + subject + "/report.md 中另起一行写 ![图中内容](" + folder + "/" + picture.name()
                            + ")，并请人看过图中有没有人脸、姓名、号码");
            Beside beside =
                    new Beside(Map.of(subject + "/" + folder + "/" + picture.name(), picture.bytes()), List.of());
            return write(name, List.of(), beside, Optional.empty(), findings);
        } catch (PictureFault fault) {
            findings.error(Location.of(name), fault.getMessage(), fault.mend());
            return new Result(findings.sorted(), List.of(), List.of());
        }
    }

    private static String frontMatter(String text) {
        int end = text.indexOf("\n---", 3);
        return text.startsWith("---") && end > 0 ? text.substring(0, end) + "\n---\n" : begun(Optional.empty());
    }

    private static String begun(Optional<String> title) {
        return "---\ntitle: " + JsonText.compact(Json.of(title.orElse("")))
                + "\ngrade:\nstandards:\nstandardsBasis:\ndocument:\ndrawnUp:\nindex:\n---\n";
    }

    private Result write(
            String name, List<PlainFile> files, Beside beside, Optional<CellWords> words, Findings findings)
            throws IOException {
        if (files.isEmpty() && beside.written().isEmpty()) {
            return new Result(findings.sorted(), List.of(), List.of());
        }
        // Of a cell that was refused already, such as a formula, nothing more is told.
        Set<String> refused =
                findings.sorted().stream().map(each -> each.at().field()).collect(Collectors.toSet());
        Set<String> names = files.stream().map(PlainFile::name).collect(Collectors.toSet());
        Set<String> before = new HashSet<>();
        var loader = new ContentLoader(content, Optional.empty());
        loader.check().forEach(each -> before.add(each.toLine()));
        List<Finding> consequences = new ArrayList<>();
        for (Finding finding : after(loader, files, beside)) {
            if (names.contains(finding.at().file())
                    && files.stream().anyMatch(file -> !file.cells().isEmpty())) {
                Location cell = cell(finding.at(), name, files);
                if (!refused.contains(cell.field())) {
                    Finding relined = relined(finding, files);
                    findings.add(words.map(told -> told.at(cell, relined)).orElse(relined));
                }
            } else if (names.contains(finding.at().file()) || !before.contains(finding.toLine())) {
                consequences.add(finding);
            }
        }
        List<String> written = new ArrayList<>();
        if (!findings.hasErrors()) {
            put(content, files, beside);
            files.forEach(file -> written.add(file.name()));
            written.addAll(beside.written().keySet());
        }
        return new Result(findings.sorted(), consequences, written);
    }

    /** What is wrong with a copy of the content that has the new files. */
    private List<Finding> after(ContentLoader loader, List<PlainFile> files, Beside beside) throws IOException {
        Path copy = Files.createTempDirectory("gongshi-import");
        try {
            try (Stream<Path> all = Files.walk(content)) {
                for (Path path : all.sorted().toList()) {
                    Path target = copy.resolve(content.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            put(copy, files, beside);
            return loader.ofCopy(copy).check();
        } finally {
            try (Stream<Path> all = Files.walk(copy)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** The cell that a line of a new file came from. */
    private static Location cell(Location at, String name, List<PlainFile> files) {
        return files.stream()
                .filter(file -> file.name().equals(at.file()))
                .findFirst()
                .map(file -> file.cells().getOrDefault(at.line(), Map.of()))
                .map(cells -> cells.getOrDefault(
                        // Scores are named by their indicator: A1-02.points stands in the column points.
                        cells.containsKey(at.field()) ? at.field() : at.field().replaceFirst(".*\\.", ""),
                        cells.values().stream()
                                .min(Comparator.comparingInt(CellAt::column))
                                .orElse(null)))
                .map(CellAt::location)
                .orElse(new Location(name, 0, 0, at.field()));
    }

    /** A message that names another line of the new file names the row of the sheet instead: blank rows and titles shift them. */
    private static Finding relined(Finding finding, List<PlainFile> files) {
        Map<Integer, Map<String, CellAt>> cells = files.stream()
                .filter(file -> file.name().equals(finding.at().file()))
                .findFirst()
                .map(PlainFile::cells)
                .orElse(Map.of());
        String message = OTHER_LINE
                .matcher(finding.message())
                .replaceAll(found -> "第 "
                        + cells.getOrDefault(Integer.parseInt(found.group(1)), Map.of()).values().stream()
                                .map(CellAt::row)
                                .findFirst()
                                .map(String::valueOf)
                                .orElse(found.group(1))
                        + " 行已经有了");
        return finding.severity() == Severity.ERROR
                ? Finding.error(finding.at(), message, finding.hint())
                : Finding.warning(finding.at(), message, finding.hint());
    }

    /** Pictures come before the report that shows them, and go after it shows them no more. */
    private static void put(Path root, List<PlainFile> files, Beside beside) throws IOException {
        for (Map.Entry<String, byte[]> one : beside.written().entrySet()) {
            put(root.resolve(one.getKey()), one.getValue());
        }
        for (PlainFile file : files) {
            put(root.resolve(file.name()), file.bytes());
        }
        for (String name : beside.gone()) {
            Files.deleteIfExists(root.resolve(name));
        }
    }

    /** Beside the old file, then in its place in one step. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
