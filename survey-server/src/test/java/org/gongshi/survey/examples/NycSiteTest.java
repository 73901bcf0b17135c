package org.gongshi.survey.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's one source file still compiles, runs and shows what stands in a result. */
class NycSiteTest {
    private static final String RESULT = """
            {"id":"x","results":[
             {"id":"byAudience","rows":[
              {"key":{"variable":"safety","audience":"parent"},
               "values":{"n":509,"estimate":8.589548676005256,"ciLow":8.540051864460777,"ciHigh":8.639045487549735}}]},
             {"id":"byDistrict","rows":[
              {"key":{"district":"D<1>","audience":"student"},"values":{"n":0}}]}]}""";

    @TempDir
    private Path folder;

    @Test
    void a_result_becomes_a_page() throws IOException, InterruptedException {
        Path result = Files.writeString(folder.resolve("result.json"), RESULT);
        Path design = Files.writeString(folder.resolve("design.json"), "{\"source\":\"open data & more\"}");
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Path.of("..", "examples", "nyc-school-survey", "NycSite.java")
                                .toString(),
                        result.toString(),
                        design.toString(),
                        folder.resolve("site").toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(java.exitValue()).as(said).isZero();
        assertThat(Files.readString(folder.resolve("site/index.html")))
                .contains("8.59", "8.54 to 8.64", "509", "D&lt;1&gt;", "no answers", "open data &amp; more")
                .contains("no\nevaluation by this project", "95 % interval");
    }
}
