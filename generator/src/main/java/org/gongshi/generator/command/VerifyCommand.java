package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.generator.seal.ManifestSeal;
import org.gongshi.generator.seal.PublicSealKey;
import org.gongshi.generator.seal.ReleaseChain;
import org.gongshi.generator.seal.SealFault;
import org.gongshi.generator.verify.Expectation;
import org.gongshi.generator.verify.Fault;
import org.gongshi.generator.verify.FaultKind;
import org.gongshi.generator.verify.FolderSource;
import org.gongshi.generator.verify.SiteSource;
import org.gongshi.generator.verify.SiteVerifier;
import org.gongshi.generator.verify.UrlSource;
import org.gongshi.generator.verify.Verification;
import org.gongshi.generator.verify.ZipSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: anyone checks a published site (核验). */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "DIR|URL|ZIP", arity = "0..1")
    private String site;

    @Option(names = "--public-key", paramLabel = "FILE")
    private Path publicKey;

    @Option(names = "--known-head", paramLabel = "FILE")
    private Path knownHead;

    VerifyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Expectation expectation;
        try {
            expectation = expectation();
        } catch (SealFault fault) {
            around.err().println("gongshi: " + fault.getMessage());
            return Program.USAGE;
        }
        String target =
                site == null ? around.home().resolve(BuildCommand.OUTPUT).toString() : site;
        try (SiteSource source = source(target)) {
            return report(SiteVerifier.verify(source, expectation), target);
        } catch (IllegalArgumentException | NoSuchSite fault) {
            around.err().println("gongshi: 无法核验 " + target + "：不是文件夹、压缩包或网址");
            return Program.USAGE;
        } catch (UnreadableArchive fault) {
            var broken = new Fault(FaultKind.CHANGED, target, "不是可以读取的 ZIP 压缩包");
            return report(
                    new Verification(List.of(broken), List.of(), Optional.empty(), Optional.empty(), 0, 0), target);
        }
    }

    private SiteSource source(String target) throws IOException {
        if (UrlSource.isAddress(target)) {
            return new UrlSource(target);
        }
        Path path = Path.of(target);
        if (Files.isDirectory(path)) {
            return new FolderSource(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new NoSuchSite();
        }
        try {
            return new ZipSource(path);
        } catch (IOException fault) {
            throw new UnreadableArchive();
        }
    }

    private Expectation expectation() throws IOException {
        Optional<PublicSealKey> key = Optional.empty();
        if (publicKey != null) {
            key = Optional.of(ManifestSeal.publicKeyIn(text(publicKey)));
        }
        List<ReleaseChain.Link> known = knownHead == null ? List.of() : ReleaseChain.parseLines(text(knownHead));
        return new Expectation(LocalDate.now(around.clock()), key, known);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException fault) {
            throw new SealFault("无法读取 " + file, fault);
        }
    }

    private int report(Verification result, String target) {
        result.manifest()
                .ifPresent(manifest -> around.out()
                        .println("第 " + manifest.sequence() + " 次发布，截至 "
                                + manifest.provenance().asOf() + "，有效至 " + manifest.expires() + "，"
                                + manifest.files().size() + " 个文件"));
        result.notes().forEach(note -> around.out().println("提示：" + note));
        result.faults().forEach(fault -> around.out().println(fault.toLine()));
        if (result.exitCode() == 0) {
            String by = result.signedBy().map(key -> "，签名有效（" + key + "）").orElse("，没有签名");
            around.out().println("核验通过：" + result.files() + " 个文件与清单一致，" + result.numbers() + " 个数字与重算一致" + by);
        } else {
            around.out().println("核验不通过：" + result.faults().size() + " 处问题（" + target + "）");
        }
        return result.exitCode();
    }

    /** Nothing stands at the given place. */
    private static final class NoSuchSite extends IOException {}

    /** A file that is no archive. */
    private static final class UnreadableArchive extends IOException {}
}
