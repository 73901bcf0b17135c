package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.publication.GateResult;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.generator.diff.CorrectionGate;
import org.gongshi.generator.diff.SiteComparison;
import org.gongshi.generator.incremental.BuildRun;
import org.gongshi.generator.incremental.InputState;
import org.gongshi.generator.incremental.LastBuild;
import org.gongshi.generator.load.ContentLoader;
import org.gongshi.generator.seal.FileEntry;
import org.gongshi.generator.seal.ManifestSeal;
import org.gongshi.generator.seal.Provenance;
import org.gongshi.generator.seal.Published;
import org.gongshi.generator.seal.ReleaseStage;
import org.gongshi.generator.seal.SealFault;
import org.gongshi.generator.seal.SiteFolder;
import org.gongshi.generator.verify.FolderSource;
import org.gongshi.generator.verify.SiteSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code build}: content through the gate, into pages, sealed, before the public (生成网站); with any error nothing is written. */
@Command(name = "build")
final class BuildCommand implements Callable<Integer> {
    static final String OUTPUT = "site/public";
    private static final int REFUSED = 1;

    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Option(names = "--output", paramLabel = "DIR")
    private Path output;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    @Option(names = "--full")
    private boolean full;

    @Option(names = "--pages-only")
    private boolean pagesOnly;

    @Option(names = "--quiet")
    private boolean quiet;

    BuildCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Optional<ManifestSeal> seal;
        try {
            seal = key == null ? Optional.empty() : Optional.of(ManifestSeal.parse(keyText()));
        } catch (SealFault fault) {
            around.err().println("gongshi: " + key + "：" + fault.getMessage());
            return Program.USAGE;
        }
        Path folder = content.folder(around);
        Optional<InputState> input = input(folder, seal);
        if (input.isPresent() && !full && isUnchanged(input.get())) {
            return 0;
        }
        GateResult gate = new ContentLoader(folder, Optional.ofNullable(asOf)).load();
        if (gate instanceof GateResult.Refused refused) {
            return refuse(refused.findings());
        }
        SiteFolder.Opening opening = SiteFolder.open(around.orDefault(output, OUTPUT));
        if (opening instanceof SiteFolder.Opening.Refused refused) {
            return refuse(List.of(refused.finding()));
        }
        try (SiteFolder site = ((SiteFolder.Opening.Ready) opening).folder()) {
            return publish((GateResult.Passed) gate, site, input, seal);
        }
    }

    private int publish(
            GateResult.Passed passed, SiteFolder site, Optional<InputState> input, Optional<ManifestSeal> seal)
            throws IOException {
        var before = new BuildRun.Before(
                site.releases(),
                full || input.isEmpty() ? Optional.empty() : site.currentFolder(),
                input.orElse(InputState.UNKNOWN),
                ProgramState.ofThisProcess());
        var run = new BuildRun(
                new ContentFolder(content.folder(around)),
                passed.content(),
                before,
                !pagesOnly,
                Runtime.getRuntime().availableProcessors(),
                ProgressBar.of(around, quiet));
        if (site.currentFolder().isPresent()) {
            run.keepOld(site.currentFolder().get(), site.current().orElseThrow());
        }
        ReleaseStage stage = site.stage();
        List<Finding> faults = new java.util.ArrayList<>(run.stage(stage));
        if (faults.isEmpty() && site.currentFolder().isPresent()) {
            faults.addAll(unexplained(passed.content(), site, stage));
        }
        if (!faults.isEmpty()) {
            site.drop(stage);
            return refuse(faults);
        }
        Published published = site.publish(stage, Provenance.of(passed.content()), seal);
        var report = new BuildReport(passed, run.tally(), LocalDate.now(around.clock()), all(run));
        tell(report, published);
        if (input.isPresent()) {
            run.keep(site.releases());
            Published same = published.unchanged();
            LastBuild.write(
                    site.releases(),
                    input.get().digest(),
                    published,
                    stage,
                    lines(report.warnings(same), report.lines(same)));
        }
        return 0;
    }

    /** Changed numbers of which no correction tells; the release before may be of another program, and then nothing is said. */
    private static List<Finding> unexplained(PublishedContent content, SiteFolder site, ReleaseStage stage)
            throws IOException {
        try (SiteSource old = figures(
                        site.currentFolder().orElseThrow(),
                        site.current().orElseThrow().files());
                SiteSource now = figures(stage.folder(), stage.entries())) {
            return new CorrectionGate(content.places(), content.corrections()).check(SiteComparison.figures(old, now));
        }
    }

    private static SiteSource figures(Path folder, List<FileEntry> files) throws IOException {
        return new FolderSource(
                folder,
                files.stream()
                        .map(FileEntry::path)
                        .filter(SiteComparison::holdsFigures)
                        .toList());
    }

    /** What is looked at before anything is read: with the same input, program and key a build would change no byte. */
    private Optional<InputState> input(Path folder, Optional<ManifestSeal> seal) {
        try {
            String settings = ProgramState.ofThisProcess() + (pagesOnly ? " pages only" : "") + " asOf " + asOf
                    + " key "
                    + seal.map(one -> one.publicKey().fingerprint().hex()).orElse("");
            return Optional.of(
                    InputState.of(folder, settings, Runtime.getRuntime().availableProcessors()));
        } catch (IOException unreadable) {
            // The gate says what cannot be read; nothing is taken over then.
            return Optional.empty();
        }
    }

    private boolean isUnchanged(InputState input) throws IOException {
        Path place = around.orDefault(output, OUTPUT);
        Optional<LastBuild> last = LastBuild.read(SiteFolder.releasesOf(place));
        if (last.isEmpty()
                || !warnings().isEmpty()
                || !last.get().stillHolds(input.digest(), place, LocalDate.now(around.clock()))) {
            return false;
        }
        last.get().lines().forEach(around.out()::println);
        return true;
    }

    private int refuse(List<Finding> findings) {
        new FindingLines(findings).print(around.out(), spec.resourceBundle());
        around.out().println(spec.resourceBundle().getString("build.refused"));
        return REFUSED;
    }

    private void tell(BuildReport report, Published published) {
        lines(report.warnings(published), report.lines(published)).forEach(around.out()::println);
        if (!quiet) {
            report.effort().forEach(around.out()::println);
        }
    }

    private List<String> lines(List<Finding> warnings, List<String> report) {
        List<String> lines = new java.util.ArrayList<>(new FindingLines(warnings).lines(spec.resourceBundle()));
        lines.addAll(report);
        return lines;
    }

    private List<Finding> all(BuildRun run) throws IOException {
        List<Finding> all = new java.util.ArrayList<>(warnings());
        run.missingCharacters()
                .forEach((path, characters) -> all.add(Finding.warning(
                        Location.of(path), "PDF 的字体中没有“" + characters + "”，印作“〓”", "网页不受影响；可改用通用规范汉字")));
        return all;
    }

    private List<Finding> warnings() throws IOException {
        return key != null && PrivateFile.isOpenToOthers(key)
                ? List.of(Finding.warning(Location.of(key.toString()), "其他用户也能读取私钥", "请改为只有本用户可读（chmod 600）"))
                : List.of();
    }

    private String keyText() {
        try {
            return Files.readString(key, StandardCharsets.ISO_8859_1);
        } catch (IOException fault) {
            throw new SealFault("无法读取私钥文件", fault);
        }
    }
}
