package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EstimateCommandTest {
    private static final String DESIGN = """
            {"format": "survey-oracle/1", "id": "ID", "data": {"file": "data.csv", "rows": 3},
             "variables": {"q": {"kind": "likert", "min": 1, "max": 5}, "g": {"kind": "category", "levels": ["a", "b"]}},
             "design": {"psu": [], "strata": [], "weight": "w", "fpc": [], "nested": false, "lonelyPsu": "fail"},
             "steps": [],
             "analyses": [{"id": "m", "estimator": "mean", "variables": ["q"]}]}
            """;
    private static final String DATA = "q,g,w\n1,a,1\n3,b,1\n5,a,1\n";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void a_folder_of_cases_becomes_a_file_each() throws IOException {
        write("one", DESIGN.replace("ID", "one"), DATA);
        write("two", DESIGN.replace("ID", "two"), DATA);
        assertThat(run("cases", "results")).isZero();
        assertThat(folder.resolve("results"))
                .isDirectoryContaining("glob:**/one.json")
                .isDirectoryContaining("glob:**/two.json");
        assertThat(folder.resolve("results/one.json")).content().contains("\"estimate\" : 3");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("2 of 2 cases computed");
    }

    @Test
    void byte_order_marks_and_line_ends_of_other_systems_change_nothing() throws IOException {
        write("one", DESIGN, DATA);
        write("two", "\uFEFF" + DESIGN.replace("\n", "\r\n"), "\uFEFF" + DATA.replace("\n", "\r\n"));
        assertThat(run("cases", "results")).as(err.toString()).isZero();
        assertThat(folder.resolve("results/two.json")).hasSameTextualContentAs(folder.resolve("results/one.json"));
    }

    @Test
    void a_single_case_folder_will_do() throws IOException {
        write("one", DESIGN, DATA);
        assertThat(run("cases/one", "results")).isZero();
        assertThat(folder.resolve("results/one.json")).exists();
    }

    @Test
    void a_case_that_cannot_be_read_does_not_stop_the_others() throws IOException {
        write("bad", "{\"id\": ", DATA);
        write("good", DESIGN, DATA);
        assertThat(run("cases", "results")).isEqualTo(1);
        assertThat(folder.resolve("results/good.json")).exists();
        assertThat(folder.resolve("results/bad.json")).doesNotExist();
        assertThat(err.toString()).contains("bad: design.json line 1").doesNotContain("Exception", "\tat ");
    }

    @Test
    void an_analysis_that_is_not_understood_is_told_and_the_others_computed() throws IOException {
        write(
                "one",
                DESIGN.replace("\"analyses\": [", "\"analyses\": [{\"id\": \"x\", \"estimator\": \"median\"},"),
                DATA);
        assertThat(run("cases", "results")).isEqualTo(1);
        assertThat(err.toString())
                .contains("design.json: analyses[0].estimator", "is \"median\"", "choose one of them");
        assertThat(folder.resolve("results/one.json")).content().contains("\"m\"");
    }

    /** What is replaced in the design (d) or the data (c), and what the message must name. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            d ; "likert"           ; "lickert"        ; design.json: variables.q.kind ; likert, category or number
            d ; "min": 1, "max": 5 ; "min": 5         ; design.json: variables.q ; "max"
            d ; "rows": 3          ; "rows": 4        ; design.json: data.rows ; 3, as data.csv has
            d ; "weight": "w"      ; "weight": "v"    ; design.json: design.weight ; q, g, w
            d ; "lonelyPsu": "fail" ; "lonelyPsu": "x" ; design.json: design.lonelyPsu ; adjust
            d ; "psu": []          ; "psu": ["school"] ; design.json: design.psu ; school
            d ; "fpc": []          ; "fpc": ["w", "w"] ; design.json: design.fpc ; one for the rows
            d ; "steps": []        ; "steps": [{"step": "rake"}] ; design.json: steps[0] ; margins
            d ; "steps": []        ; "steps": [{"step": "shake"}] ; design.json: steps[0].step ; calibrate
            d ; "steps": []        ; "steps": [{"step": "trim", "lower": 5, "upper": 2}] ; design.json: steps[0] ; lower below upper
            d ; "variables": ["q"] ; "variables": ["z"] ; design.json: analyses[0] ; z
            d ; "variables": ["q"] ; "variables": ["q"], "level": 95 ; design.json: analyses[0].level ; between 0 and 1
            d ; "variables": ["q"] ; "variables": ["q"], "by": ["w"] ; design.json: analyses[0].by ; category
            d ; "analyses": ; "analysis": ; design.json ; the field "analyses"
            d ; "data.csv"         ; "other.csv"      ; design.json: data.file ; other.csv
            c ; 3,b,1              ; 3,b              ; data.csv line 3 ; 2 cells
            c ; 3,b,1              ; three,b,1        ; data.csv line 3, column q ; a number
            c ; 3,b,1              ; 3,"b,1           ; data.csv line ; RFC 4180
            c ; q,g,w              ; q,q,w            ; data.csv line 1 ; two columns
            """)
    void what_is_malformed_is_named_with_its_place(String file, String was, String now, String where, String told)
            throws IOException {
        boolean design = file.equals("d");
        assertThat(design ? DESIGN : DATA).contains(was);
        write("one", design ? DESIGN.replace(was, now) : DESIGN, design ? DATA : DATA.replace(was, now));
        assertThat(run("cases", "results")).isEqualTo(1);
        assertThat(err.toString()).contains(where, told).doesNotContain("Exception", "fault of the program");
    }

    @Test
    void a_cluster_in_two_strata_is_told_with_both_lines() throws IOException {
        write(
                "one",
                DESIGN.replace("\"psu\": []", "\"psu\": [\"q\"]").replace("\"strata\": []", "\"strata\": [\"g\"]"),
                "q,g,w\n1,a,1\n1,b,1\n5,a,1\n");
        assertThat(run("cases", "results")).isEqualTo(1);
        assertThat(err.toString()).contains("data.csv line 3, column q", "line 2", "\"nested\": true");
    }

    @Test
    void answers_outside_the_scale_are_warned_of_and_counted() throws IOException {
        write("one", DESIGN, DATA.replace("3,b,1", "7,b,1"));
        assertThat(run("cases", "results")).isZero();
        assertThat(err.toString()).contains("warning: data.csv line 3, column q", "1 to 5");
    }

    @Test
    void strata_of_one_unit_are_named() throws IOException {
        write("one", DESIGN.replace("\"strata\": []", "\"strata\": [\"g\"]"), DATA);
        assertThat(run("cases", "results")).isZero();
        assertThat(folder.resolve("results/one.json")).content().contains("lonely-psu", "only in: b;");
    }

    @Test
    void missing_arguments_and_folders_are_usage_errors() {
        assertThat(run("cases")).isEqualTo(64);
        assertThat(run("nowhere", "results")).isEqualTo(64);
        assertThat(err.toString()).contains("is no folder");
    }

    @Test
    void a_folder_without_cases_is_told() throws IOException {
        Files.createDirectories(folder.resolve("cases"));
        assertThat(run("cases", "results")).isEqualTo(1);
        assertThat(err.toString()).contains("holds no case");
    }

    private int run(String... arguments) {
        var command = new CommandLine(new EstimateCommand());
        command.setErr(new PrintWriter(err, true)).setOut(new PrintWriter(out, true));
        String[] resolved = new String[arguments.length];
        for (int index = 0; index < resolved.length; index++) {
            resolved[index] = folder.resolve(arguments[index]).toString();
        }
        return command.execute(resolved);
    }

    private void write(String name, String design, String data) throws IOException {
        Path place = Files.createDirectories(folder.resolve("cases").resolve(name));
        Files.writeString(place.resolve("design.json"), design);
        Files.writeString(place.resolve("data.csv"), data);
    }
}
