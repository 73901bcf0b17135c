package org.gongshi.survey.command;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.survey.console.SiteProgram;
import org.gongshi.survey.demo.GeneratorProgram;
import picocli.CommandLine.Option;

/** Where the site that the console prepares and publishes lies, and what makes it. */
final class SiteOptions {
    @Option(
            names = "--site",
            paramLabel = "DIR",
            defaultValue = FolderOptions.HOME + "site/public",
            description = "控制台发布到的公开网站目录（默认为项目目录下的 site/public）")
    private Path site;

    @Option(
            names = "--site-key",
            paramLabel = "FILE",
            defaultValue = FolderOptions.HOME + "keys/site.key",
            description = "网站签名密钥（默认为项目目录下的 keys/site.key）")
    private Path key;

    SiteProgram program() {
        return program(site, key);
    }

    static SiteProgram program(Path site, Path key) {
        Path home = Path.of(System.getProperty("gongshi.home", ""));
        Optional<String> where = Optional.ofNullable(
                        System.getProperty("gongshi.generator", System.getenv("GONGSHI_GENERATOR_JAR")))
                .or(() -> Optional.of(home.resolve("generator/target/gongshi-generator-0.1.0-all.jar"))
                        .map(Path::toString))
                .filter(jar -> Files.exists(Path.of(jar)));
        return new SiteProgram(where.map(SiteOptions::runner), site.toAbsolutePath(), key.toAbsolutePath());
    }

    static SiteProgram.Runner runner(String jar) {
        var program = new GeneratorProgram(DemoCommand.java(), jar);
        return (line, arguments) -> {
            Process process = program.start(arguments);
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                    line.accept(next);
                }
                return process.waitFor();
            } finally {
                process.destroy();
            }
        };
    }
}
