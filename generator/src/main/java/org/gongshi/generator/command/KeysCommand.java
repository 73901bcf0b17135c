package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gongshi.generator.seal.ManifestSeal;
import org.gongshi.generator.seal.PublicSealKey;
import org.gongshi.generator.seal.SealFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: makes and shows signing keys (签名密钥). */
@Command(name = "keys", synopsisSubcommandLabel = "COMMAND")
final class KeysCommand implements Runnable {
    private static final String DEFAULT = "keys/site.key";

    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    KeysCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), spec.resourceBundle().getString("missing.command"));
    }

    /** A new private key, readable by its owner alone, and its public key beside it. Never writes over a file. */
    @Command(name = "new")
    int make(@Option(names = "--output", paramLabel = "FILE") Path output) throws IOException {
        Path file = around.orDefault(output, DEFAULT).toAbsolutePath();
        Path publicFile = file.resolveSibling(file.getFileName() + ".pub");
        ManifestSeal seal = ManifestSeal.generate();
        try {
            Files.createDirectories(file.getParent());
            PrivateFile.write(file, seal.toPem());
            Files.writeString(publicFile, seal.publicKey().toPem(), java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            around.err().println("gongshi: " + there.getFile() + " 已存在，没有改动它。请用 --output 指定另一个文件");
            return 1;
        }
        around.out().println("私钥：" + file + "（只有本用户可读；请离线备份，不要放进网站或代码库）");
        around.out().println("公钥：" + publicFile);
        show(seal.publicKey());
        return 0;
    }

    /** The fingerprint and the public key of a key file, private or public. */
    @Command(name = "show")
    int show(@Parameters(paramLabel = "FILE", arity = "0..1") Path typed) throws IOException {
        Path file = around.orDefault(typed, DEFAULT);
        try {
            show(ManifestSeal.publicKeyIn(Files.readString(file, StandardCharsets.ISO_8859_1)));
            return 0;
        } catch (NoSuchFileException missing) {
            around.err().println("gongshi: 找不到密钥文件 " + file + "。请用 keys new 生成");
        } catch (SealFault fault) {
            around.err().println("gongshi: " + file + "：" + fault.getMessage());
        }
        return 1;
    }

    private void show(PublicSealKey key) {
        around.out().println("指纹：" + key.fingerprint());
        around.out().print(key.toPem());
    }
}
