package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/http.md} names every route of the console with its action, and no other. */
class OfficeReferenceTest {
    @TempDir
    Path folder;

    @Test
    void every_route_stands_in_the_reference() throws IOException {
        List<String> told = Pattern.compile("(?m)^\\| `((?:GET|POST) [^`]+)` \\| (?:`([a-z-]+)`)? ?\\|")
                .matcher(Files.readString(Path.of("../docs/http.md")))
                .results()
                .map(row -> row.group(1) + " " + (row.group(2) == null ? "" : row.group(2)))
                .toList();
        try (OfficeHouse house = OfficeHouse.open(folder)) {
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(house.console().routes().stream()
                            .map(route -> route.method() + " " + route.path() + " "
                                    + route.action().map(Action::key).orElse(""))
                            .toList());
        }
    }
}
