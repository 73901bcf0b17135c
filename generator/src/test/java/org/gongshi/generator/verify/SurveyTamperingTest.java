package org.gongshi.generator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongshi.evaluation.publication.GateResult;
import org.gongshi.generator.compose.SiteComposer;
import org.gongshi.generator.load.ContentLoader;
import org.gongshi.generator.render.SiteFiles;
import org.gongshi.generator.render.SiteRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers of the survey's downloads changed one by one: verify recomputes them and says which does not fit. */
class SurveyTamperingTest {
    private static final String FOLDER = "2025/";

    private static Map<String, CsvTable> tables;

    @BeforeAll
    static void read() {
        GateResult result = new ContentLoader(Path.of("..", "content", "demo"), Optional.empty()).load();
        assertThat(result).isInstanceOf(GateResult.Passed.class);
        SiteFiles files = SiteRenderer.render(SiteComposer.compose(((GateResult.Passed) result).content()));
        tables = new TreeMap<>();
        for (String name : List.of("survey", "analysis")) {
            tables.put(name, CsvTable.parse(files.bytes("data/" + FOLDER + name + ".csv")));
        }
    }

    private static List<Fault> faults(Map<String, CsvTable> changed) {
        var recount = new Recount();
        NumberCheck.round(new RoundFiles(FOLDER, changed), recount);
        return recount.faults();
    }

    private static CsvTable with(CsvTable table, int row, String column, String value) {
        List<Map<String, String>> rows = new ArrayList<>(table.rows());
        Map<String, String> changed = new LinkedHashMap<>(rows.get(row));
        changed.put(column, value);
        rows.set(row, changed);
        return new CsvTable(table.columns(), rows, new HashSet<>(rows));
    }

    /** Cells of a column, each changed by itself, that nobody notices. */
    private static List<String> unnoticed(
            String table, String column, Predicate<Map<String, String>> rows, String by, int every) {
        CsvTable own = tables.get(table);
        List<String> unnoticed = new ArrayList<>();
        int tried = 0;
        for (int row = 0; row < own.rows().size(); row++) {
            String cell = own.rows().get(row).get(column);
            if (cell.isEmpty() || !rows.test(own.rows().get(row)) || tried++ % every != 0) {
                continue;
            }
            String changed = by.matches("-?[0-9.]+")
                    ? new BigDecimal(cell).add(new BigDecimal(by)).toPlainString()
                    : by;
            Map<String, CsvTable> all = new TreeMap<>(tables);
            all.put(table, with(own, row, column, changed));
            if (!changed.equals(cell) && faults(all).isEmpty()) {
                unnoticed.add(own.rows().get(row) + " " + column + " → " + changed);
            }
        }
        assertThat(tried).as("%s %s", table, column).isPositive();
        return unnoticed;
    }

    private static Predicate<Map<String, String>> measure(String... names) {
        return row -> Set.of(names).contains(row.get("measure"));
    }

    @Test
    void the_untouched_downloads_are_fine() {
        assertThat(faults(tables)).isEmpty();
    }

    @Test
    void composites_follow_from_indices_and_weights() {
        assertThat(unnoticed("analysis", "value", measure("composite"), "0.1", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "n", measure("composite"), "5", 1)).isEmpty();
        assertThat(unnoticed("analysis", "df", measure("composite"), "1", 1)).isEmpty();
        assertThat(unnoticed("analysis", "high", measure("composite"), "9", 1)).isEmpty();
        assertThat(unnoticed("analysis", "audiences", measure("composite"), "public parent", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "value", measure("composite-weight"), "0.05", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "quality", measure("composite"), "C", 1))
                .isEmpty();
    }

    @Test
    void bands_follow_from_differences_and_differences_from_indices() {
        assertThat(unnoticed("analysis", "value", measure("difference"), "0.1", 7))
                .isEmpty();
        assertThat(unnoticed("analysis", "low", measure("rank"), "1", 1)).isEmpty();
        assertThat(unnoticed("analysis", "high", measure("rank"), "1", 1)).isEmpty();
        assertThat(unnoticed("analysis", "n", measure("rank"), "-1", 1)).isEmpty();
        Predicate<Map<String, String>> distinct = row -> row.get("distinct").equals("true");
        Predicate<Map<String, String>> alike = row -> row.get("distinct").equals("false");
        assertThat(unnoticed("analysis", "distinct", distinct, "false", 5)).isEmpty();
        assertThat(unnoticed("analysis", "distinct", alike, "true", 5)).isEmpty();
        assertThat(unnoticed("analysis", "p", distinct, "0.5", 5)).isEmpty();
    }

    @Test
    void lines_weights_and_scales_agree_with_what_they_stand_beside() {
        assertThat(unnoticed("analysis", "value", measure("doubted"), "3", 1)).isEmpty();
        assertThat(unnoticed("analysis", "value", measure("doubted"), "5000", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "value", measure("without-doubted"), "0.01", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "value", measure("unweighted"), "60", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "value", measure("kish-deff", "weights-cv"), "0.2", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "value", measure("weights-span"), "-24", 1))
                .isEmpty();
        assertThat(unnoticed("analysis", "value", measure("alpha"), "0.2", 1)).isEmpty();
        assertThat(unnoticed("analysis", "n", measure("alpha"), "1", 1)).isEmpty();
    }

    @Test
    void effective_numbers_letters_and_methods_agree_with_their_figures() {
        Predicate<Map<String, String>> precise = row -> row.get("mode").equals("probability");
        assertThat(unnoticed("survey", "effective_n", precise, "300", 97)).isEmpty();
        assertThat(unnoticed("survey", "method", precise, "best", 97)).isEmpty();
        assertThat(unnoticed("survey", "df", precise, "99999", 97)).isEmpty();
        assertThat(unnoticed("survey", "quality", precise, "Z", 97)).isEmpty();
        Predicate<Map<String, String>> index =
                row -> row.get("measure").equals("index") && row.get("mode").equals("probability");
        assertThat(unnoticed("survey", "quality", index, "F", 3)).isEmpty();
        assertThat(unnoticed(
                        "survey",
                        "design_effect",
                        index.and(row -> new BigDecimal(row.get("design_effect")).compareTo(BigDecimal.ONE) >= 0),
                        "2",
                        3))
                .isEmpty();
    }

    @Test
    void the_index_of_a_total_is_that_of_its_parts_by_population() {
        Predicate<Map<String, String>> whole = row -> row.get("measure").equals("index")
                && row.get("mode").equals("probability")
                && row.get("place").equals("990000")
                && row.get("stage").isEmpty();
        assertThat(unnoticed("survey", "value", whole, "3", 1)).isEmpty();
        assertThat(unnoticed("survey", "value", whole, "-3", 1)).isEmpty();
    }
}
