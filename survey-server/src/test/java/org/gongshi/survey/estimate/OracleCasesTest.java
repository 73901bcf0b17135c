package org.gongshi.survey.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every estimator against R's survey and psych: the synthetic and hand-made cases that belong to the project always, the
 * cases on other people's data where they are present beside the project.
 */
class OracleCasesTest {
    private static final int OWN_CASES = 78;

    @TestFactory
    Stream<DynamicTest> own_cases_agree_with_r() throws IOException {
        List<Path> cases = CaseFolders.find(own());
        assertThat(cases).hasSize(OWN_CASES);
        return cases.stream().map(OracleCasesTest::agreement);
    }

    @TestFactory
    Stream<DynamicTest> cases_beside_the_project_agree_with_r() throws IOException {
        Path shared = besideTheProject();
        if (shared == null) {
            return Stream.of(DynamicTest.dynamicTest(
                    "cases on other people's data",
                    () -> assumeTrue(false, "skipped: there is no folder ../shared/oracles beside the project")));
        }
        return CaseFolders.find(shared).stream().map(OracleCasesTest::agreement);
    }

    /** The comparison itself must be able to fail. */
    @Test
    void a_wrong_number_a_missing_row_and_a_missing_error_are_noticed() throws IOException {
        Path folder = own().resolve("v50-lonely-adjust");
        byte[] expected = Files.readAllBytes(folder.resolve("expected.json"));
        String right = JsonText.compact(compute(folder));
        assertThat(differences(expected, right)).isEmpty();
        String wrong = right.replaceFirst("\"se\":([0-9.]+)", "\"se\":0.5");
        assertThat(differences(expected, wrong)).hasSize(1);
        String missing = right.replaceFirst("\"g\":\"m\"", "\"g\":\"x\"");
        assertThat(differences(expected, missing)).anyMatch(each -> each.contains("no row"));
        byte[] error = Files.readAllBytes(own().resolve("v50-lonely-fail/expected.json"));
        assertThat(differences(error, right)).isNotEmpty();
    }

    private static List<String> differences(byte[] expected, String actual) {
        return ExpectedResults.compare(expected, (Json.Obj) JsonText.parse(actual))
                .differences();
    }

    private static DynamicTest agreement(Path folder) {
        return DynamicTest.dynamicTest(CaseFolders.name(folder), () -> {
            var comparison =
                    ExpectedResults.compare(Files.readAllBytes(folder.resolve("expected.json")), compute(folder));
            assertThat(comparison.differences()).isEmpty();
            assertThat(comparison.values()).isPositive();
        });
    }

    private static Json.Obj compute(Path folder) throws IOException {
        CaseOutcome outcome = SurveyCase.compute(
                Files.readAllBytes(folder.resolve("design.json")),
                Files.readString(folder.resolve("data.csv"), StandardCharsets.UTF_8));
        assertThat(outcome.faults()).isEmpty();
        return outcome.results();
    }

    private static Path own() {
        try {
            return Path.of(Objects.requireNonNull(OracleCasesTest.class.getResource("/oracles"))
                    .toURI());
        } catch (URISyntaxException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Walks up to the folder whose pom.xml names modules, then looks beside it. */
    private static Path besideTheProject() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path pom = at.resolve("pom.xml");
            if (Files.isRegularFile(pom) && Files.readString(pom).contains("<modules>")) {
                Path shared = at.resolveSibling("shared").resolve("oracles");
                return Files.isDirectory(shared) ? shared : null;
            }
        }
        return null;
    }
}
