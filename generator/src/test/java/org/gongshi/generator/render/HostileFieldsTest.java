package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.generator.command.Terminal;
import org.gongshi.generator.load.ContentLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demonstration with something hostile in every text of every file: what has a form of its own is refused where it stands, and
 * of everything else the built site does nothing.
 */
class HostileFieldsTest {
    private static final String BEFORE = "=HYPERLINK(\"javascript:alert(1)\",\"x\")";
    private static final String BEHIND =
            "</script></title></textarea><script>alert(1)</script>\"><img src=x onerror=alert(1)>"
                    + "' onload='x]]>--><!--{x}${x}[x](javascript:alert(1))*`|";

    /** Names of fields whose values have a form: codes, days, digests, words of a list, what other files refer to. */
    private static final Set<String> FORMED = Set.of(
            "a",
            "actual",
            "area",
            "areas",
            "asOf",
            "assurance",
            "audience",
            "audiences",
            "b",
            "bound",
            "claimed",
            "closed",
            "closes",
            "code",
            "completed",
            "date",
            "deadline",
            "demonstration",
            "digest",
            "domain",
            "drawnUp",
            "due",
            "excluded",
            "expected",
            "from",
            "grade",
            "handled",
            "icp",
            "id",
            "identifier",
            "index",
            "indicator",
            "invited",
            "issued",
            "kind",
            "language",
            "languages",
            "lonelyPsu",
            "longest",
            "method",
            "missing",
            "mode",
            "of",
            "opened",
            "opens",
            "organizer",
            "page",
            "parent",
            "place",
            "places",
            "plan",
            "planned",
            "points",
            "population",
            "public",
            "publicSecurity",
            "quality",
            "question",
            "raw",
            "received",
            "released",
            "reported",
            "root",
            "rule",
            "schema",
            "schools",
            "slug",
            "stage",
            "stages",
            "standards",
            "status",
            "step",
            "student",
            "tier",
            "to",
            "value",
            "way",
            "weight",
            "withheld",
            "year");

    /** Fields of such a name that are text after all; and of other names that are none. */
    private static final Set<String> TEXTS =
            Set.of("stages.yaml inspection.method", "report.md index", "results.json method");

    private static final Set<String> NUMBERS = Set.of("report.md document", "site.yaml contact.phone");

    @TempDir
    private Path folder;

    @Test
    void what_is_text_does_nothing_in_any_file_of_the_site() throws IOException {
        HostileContent content = HostileContent.copy(Path.of("../content/demo"), folder.resolve("content"));
        Set<String> hostile = new TreeSet<>();
        content.rewrite((field, text) -> isFormed(field) ? text : hostile(hostile, field, text));
        content.bindAnew();

        assertThat(hostile).hasSizeGreaterThan(200);
        assertInert("--pages-only");
        assertThat(folder.resolve("site/en/2025/index.html")).content().contains("&lt;script&gt;alert(1)");
    }

    /** PDF and workbooks, of the small sample: they take longest. */
    @Test
    void what_is_text_does_nothing_in_a_print_or_workbook() throws IOException {
        ContentFixture.valid(folder.resolve("content"));
        HostileContent content = HostileContent.of(folder.resolve("content"));
        Set<String> hostile = new TreeSet<>();
        content.rewrite((field, text) -> isFormed(field) ? text : hostile(hostile, field, text) + "长".repeat(200));
        content.bindAnew();

        assertInert("--full");
        assertThat(folder.resolve("site/2025/chengchuan/report/2025-chengchuan.pdf"))
                .exists();
    }

    /** Each alone, so that no fault hides behind another. */
    @Test
    void what_has_a_form_is_refused_where_it_stands() throws IOException {
        Path valid = folder.resolve("valid");
        ContentFixture.valid(valid);
        Map<String, String> formed = new TreeMap<>();
        HostileContent content = HostileContent.of(valid);
        content.rewrite((field, text) -> {
            if (isFormed(field)) {
                formed.put(field, text);
            }
            return text;
        });
        content.bindAnew();
        assertThat(errors(valid)).isEmpty();
        assertThat(formed).hasSizeGreaterThan(60);
        List<String> passed = new ArrayList<>();
        for (String field : formed.keySet()) {
            Path one = folder.resolve(field.replaceAll("[^A-Za-z]", "_"));
            boolean[] done = {false};
            HostileContent.copy(valid, one).rewrite((name, text) -> {
                boolean now = name.equals(field) && !done[0];
                done[0] |= now;
                return now ? BEFORE + text + BEHIND : text;
            });
            String file =
                    field.substring(0, field.indexOf(' ')).replace("*.yaml", "").replace("*.md", "");
            if (errors(one).stream().noneMatch(line -> line.contains(file))) {
                passed.add(field + " " + errors(one));
            }
        }
        assertThat(passed).isEmpty();
    }

    /** As it is or as an escape of YAML or JSON; each file alone, since a faulty one keeps others from being read. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000 \u202E \uD800 \u200B", "\u001B \u2028 \uD800 \u0085 \u2066"})
    void a_character_that_nobody_sees_is_refused_in_every_file(String characters) throws IOException {
        Path folder = this.folder.resolve("content");
        ContentFixture.valid(folder);
        HostileContent content = HostileContent.of(folder);
        List<String> odd = List.of(characters.split(" "));
        List<String> files = content.files();
        for (int i = 0; i < files.size(); i++) {
            String file = files.get(i);
            String text = content.read(file);
            content.rewrite(file, (field, value) -> isFormed(field) ? value : value + "MARK");
            if (content.read(file).contains("MARK")) {
                content.write(file, content.read(file).replace("MARK", written(file, odd.get(i % odd.size()))));
                assertThat(errors(folder))
                        .as(file)
                        .anyMatch(line -> line.startsWith(file + ":") && line.contains(" ("));
            }
            content.write(file, text);
        }
    }

    private static String written(String file, String odd) {
        // Half a character cannot be written by itself; in a table and a body there are no escapes.
        String fit = odd.equals("\uD800") && !file.endsWith(".yaml") && !file.endsWith(".json") ? "\u200B" : odd;
        boolean raw = file.endsWith(".csv") || file.endsWith(".md");
        return raw ? fit : String.format("\\u%04x", (int) fit.charAt(0));
    }

    private static List<String> errors(Path content) {
        return new ContentLoader(content, Optional.empty())
                .check().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Finding::toLine)
                        .toList();
    }

    private void assertInert(String option) throws IOException {
        Terminal terminal = new Terminal(folder, "2025-12-31");
        Path site = folder.resolve("site");
        assertThat(terminal.run("build", "--content", folder.resolve("content"), "--output", site, "--quiet", option))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(new InertSite(site.toRealPath()).faults()).isEmpty();
        assertThat(terminal.run("verify", site)).as(terminal.out()).isZero();
    }

    /** A link in a body is refused by itself; {@code HostileContentTest} has what else Markdown can hold. */
    private static String hostile(Set<String> fields, String field, String text) {
        fields.add(field);
        return field.endsWith(" body")
                ? text + "\n\n" + BEFORE + BEHIND.replace("](", "] (") + "\n"
                : BEFORE + text + BEHIND;
    }

    private static boolean isFormed(String field) {
        String name = field.substring(Math.max(field.lastIndexOf('.'), field.lastIndexOf(' ')) + 1);
        return NUMBERS.contains(field) || FORMED.contains(name.replace("[]", "")) && !TEXTS.contains(field);
    }
}
