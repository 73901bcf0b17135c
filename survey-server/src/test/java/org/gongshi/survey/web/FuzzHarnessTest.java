package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.satisfaction.Audience;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise 9 with a fuzzer that watches which branches an input takes: Jazzer, in a process of its own, for {@code gongshi.fuzz}
 * seconds (60) a target, begun from a few right inputs.
 */
@EnabledIfSystemProperty(named = "gongshi.harness", matches = "true")
class FuzzHarnessTest {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(classes = {SubmissionFuzz.class, ContentFuzz.class})
    void no_input_is_answered_otherwise_than_agreed(Class<?> target) throws Exception {
        assumeTrue(isThere(), "skipped: Jazzer is on the class path in the profile harness alone");
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        seed(corpus);
        Path log = folder.resolve("log");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JAZZER,
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=org.gongshi.**:tools.jackson.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + System.getProperty("gongshi.fuzz", "60"),
                        "-max_len=4096",
                        "-timeout=60",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        lines.stream()
                .filter(line -> line.contains("DONE") || line.startsWith("Done"))
                .forEach(System.out::println);
        assertThat(exit)
                .as(String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size())))
                .isZero();
        assertThat(lines).anyMatch(line -> line.startsWith("Done "));
    }

    private static void seed(Path corpus) throws IOException {
        String json = "{\"audience\":\"public\",\"nonce\":\"" + Client.NONCE + "\",\"questionnaire\":\""
                + House.collaborators().questionnaires().get(Audience.PUBLIC).digest()
                + "\",\"place\":\"990100\",\"seconds\":80,\"answers\":"
                + "{\"P01\":5,\"K02\":1,\"K03\":[\"P01\"],\"K04\":\"好\"}}";
        Files.writeString(corpus.resolve("json"), "\0" + json);
        Files.writeString(
                corpus.resolve("form"),
                "\1nonce=" + Client.NONCE + "&way=open&place=990100&answers.P01=5&answers.K04=%E5%A5%BD");
        Files.writeString(corpus.resolve("yaml"), "\0title: 甲\nlist: [1, 2.5, {a: b}]\ntext: |\n  行\n");
        Files.writeString(corpus.resolve("csv"), "\1place,score\n990100,\"9,5\"\n");
        Files.writeString(corpus.resolve("value"), "\2" + "{\"a\":[1,2.50,1e3,null,true,\"\\u6e05\"]}");
    }

    private static boolean isThere() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .anyMatch(part -> part.contains("jazzer"));
    }
}
