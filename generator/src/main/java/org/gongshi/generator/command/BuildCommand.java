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
import org.gongshi.generator.incremental.BuildRun;
import org.gongshi.generator.incremental.BuildTally;
import org.gongshi.generator.load.ContentLoader;
import org.gongshi.generator.seal.ManifestSeal;
import org.gongshi.generator.seal.Provenance;
import org.gongshi.generator.seal.Published;
import org.gongshi.generator.seal.ReleaseStage;
import org.gongshi.generator.seal.SealFault;
import org.gongshi.generator.seal.SiteFolder;
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
        GateResult gate = new ContentLoader(content.folder(around), Optional.ofNullable(asOf)).load();
        if (gate instanceof GateResult.Refused refused) {
            return refuse(refused.findings());
        }
        var passed = (GateResult.Passed) gate;
        SiteFolder.Opening opening = SiteFolder.open(around.orDefault(output, OUTPUT));
        if (opening instanceof SiteFolder.Opening.Refused refused) {
            return refuse(List.of(refused.finding()));
        }
        try (SiteFolder folder = ((SiteFolder.Opening.Ready) opening).folder()) {
            ReleaseStage stage = folder.stage();
            var run = new BuildRun(
                    new ContentFolder(content.folder(around)),
                    passed.content(),
                    Runtime.getRuntime().availableProcessors());
            List<Finding> faults = run.stage(stage);
            if (!faults.isEmpty()) {
                folder.drop(stage);
                return refuse(faults);
            }
            report(passed, run.tally(), folder.publish(stage, Provenance.of(passed.content()), seal));
            return 0;
        }
    }

    private int refuse(List<Finding> findings) {
        new FindingLines(findings).print(around.out(), spec.resourceBundle());
        around.out().println(spec.resourceBundle().getString("build.refused"));
        return REFUSED;
    }

    private void report(GateResult.Passed passed, BuildTally tally, Published published) throws IOException {
        LocalDate today = LocalDate.now(around.clock());
        List<Finding> warnings = new java.util.ArrayList<>(passed.warnings());
        warnings.addAll(BuildWarnings.of(passed.content(), published, today));
        if (key != null && PrivateFile.isOpenToOthers(key)) {
            warnings.add(Finding.warning(Location.of(key.toString()), "其他用户也能读取私钥", "请改为只有本用户可读（chmod 600）"));
        }
        var lines = new FindingLines(warnings);
        lines.print(around.out(), spec.resourceBundle());
        long pages = tally.pages();
        String what = published.fresh() ? "第 %d 次发布" : "内容没有变化，仍是第 %d 次发布";
        around.out()
                .println(String.format(
                        what + "：%d 个页面，%d 个文件，%d 字节，截至 %s，有效至 %s",
                        published.release().sequence(),
                        pages,
                        published.files(),
                        published.bytes(),
                        published.release().provenance().asOf(),
                        published.release().expires()));
        around.out()
                .println(published.folder()
                        + published.release().key().map(k -> "  签名公钥指纹 " + k).orElse(""));
    }

    private String keyText() {
        try {
            return Files.readString(key, StandardCharsets.ISO_8859_1);
        } catch (IOException fault) {
            throw new SealFault("无法读取私钥文件", fault);
        }
    }
}
