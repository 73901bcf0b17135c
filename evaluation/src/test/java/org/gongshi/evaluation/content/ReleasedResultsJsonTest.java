package org.gongshi.evaluation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasedResultsJsonTest {
    private static final Json EXAMPLE = JsonText.parse("""
            {"schema":"gongshi/results/3","round":{"year":2025,"organizer":"990000"},
             "plan":"sha256:0000000000000000000000000000000000000000000000000000000000000000",
             "questionnaires":{"parent":"sha256:1111111111111111111111111111111111111111111111111111111111111111"},
             "method":"gongshi-survey/1","opened":"2025-03-03","closed":"2025-03-21","released":"2025-03-24",
             "releasedBy":["统计岗","复核岗"],
             "results":[{"place":"990100","audience":"parent","stage":null,"mode":"probability","population":1200,
              "invited":400,"responded":305,"responseRate":76.3,
              "index":{"value":83.4,"bound":"about","low":81.2,"high":85.6,"n":300,"effectiveN":120,"df":11,
               "designEffect":2.51,"method":"index/1","quality":"A"},
              "satisfied":{"withheld":"complementary"},
              "items":[{"code":"P01","mean":{"withheld":"insufficient"},
               "satisfied":{"value":95,"bound":"at-least","low":null,"high":null,"n":300,"effectiveN":120,"df":11,
                "designEffect":2.51,"method":"rate/1","quality":"A"},
               "shares":{"4":{"bound":"about","percent":37},"5":{"bound":"at-most","percent":5}},
               "dontKnow":null}],
              "sensitivity":{"unweighted":83.1,"doubted":15,"withoutDoubted":83.9}}],
             "weights":[{"audience":"parent","kishDeff":1.32,"cv":0.57,"maxToMin":6}],
             "reliability":[{"audience":"parent","items":20,"n":240,"alpha":0.91}],
             "composites":[{"place":"990100","audiences":["parent","student"],"index":{"value":82.1,"bound":"about",
              "low":80.2,"high":84.0,"n":600,"effectiveN":null,"df":11,"designEffect":null,"method":"composite/1",
              "quality":"A"}}],
             "rankings":[{"audience":null,"bands":[{"place":"990100","best":1,"worst":2}],
              "pairs":[{"a":"990100","b":"990200","difference":1.4,"p":0.213,"distinct":false}]}],
             "ways":[{"audience":"parent","way":"code","assurance":"one-person","sheets":305},
              {"audience":"parent","way":"open-link","assurance":"none","sheets":40,"doubted":25}],
             "receipts":{"count":1213,
              "root":"sha256:2222222222222222222222222222222222222222222222222222222222222222"}}""");

    /** Released files are frozen: those of the first format stay readable. */
    @Test
    void the_first_format_is_still_read() {
        String first = JsonText.compact(EXAMPLE)
                .replace("gongshi/results/3", "gongshi/results/1")
                .replaceFirst(",\"sensitivity\":\\{[^}]*\\}", "")
                .replaceFirst(",\"weights\":.*$", "}");
        ReleasedResults results = ReleasedResultsJson.read(JsonText.parse(first));
        assertThat(results.analysis()).isEqualTo(Analysis.NONE);
        assertThat(results.results()).hasSize(1);
        assertThat(results.results().get(0).sensitivity()).isEmpty();
    }

    @Test
    void the_second_format_is_still_read_and_does_not_tell_how_the_answers_came_in() {
        String second = JsonText.compact(EXAMPLE)
                .replace("gongshi/results/3", "gongshi/results/2")
                .replaceFirst(",\"ways\":.*$", "}");
        ReleasedResults results = ReleasedResultsJson.read(JsonText.parse(second));
        assertThat(results.collected()).isEqualTo(Collected.NONE);
        assertThat(results.analysis()).isNotEqualTo(Analysis.NONE);
    }

    @Test
    void an_example_reads_as_it_stands() {
        ReleasedResults results = ReleasedResultsJson.read(EXAMPLE);
        var row = results.results().get(0);
        assertThat(row.index())
                .isInstanceOfSatisfying(
                        Estimate.Shown.class, shown -> assertThat(shown.value()).isEqualByComparingTo("83.4"));
        assertThat(row.items().get(0).shares()).containsEntry(5, new Share(Share.Bound.AT_MOST, 5));
        assertThat(((Estimate.Shown) row.items().get(0).satisfied()).shown()).isEqualTo("≥95");
        assertThat(JsonText.pretty(ReleasedResultsJson.write(results))).isEqualTo(JsonText.pretty(EXAMPLE));
    }

    @Test
    void what_is_written_reads_back_equal_and_gives_the_same_bytes() {
        for (int seed = 0; seed < 200; seed++) {
            ReleasedResults results = new SomeResults(new Random(seed)).next();
            byte[] bytes = JsonText.pretty(ReleasedResultsJson.write(results));
            ReleasedResults again = ReleasedResultsJson.read(JsonText.parse(bytes));
            assertThat(again).as("seed %d", seed).isEqualTo(results);
            assertThat(JsonText.pretty(ReleasedResultsJson.write(again))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "gongshi/results/3"    | "gongshi/results/5" | schema
                    "gongshi/results/3"    | "gongshi/results/4" | deviations
                    "assurance":"one-person" | "assurance":"none" | ways[0].assurance
                    "way":"code","assurance":"one-person" | "way":"open-link","assurance":"none" | ways
                    "way":"open-link","assurance":"none" | "way":"room","assurance":"one-person" | ways[1]
                    "sheets":305           | "sheets":7          | ways[0]
                    "doubted":25           | "doubted":45        | ways[1]
                    "count":1213           | "count":-1          | receipts
                    "doubted":15           | "doubted":7         | results[0].sensitivity
                    "withoutDoubted":83.9  | "withoutDoubted":null | results[0].sensitivity
                    "kishDeff":1.32        | "kishDeff":0.32     | weights[0]
                    "alpha":0.91           | "alpha":"high"      | reliability[0].alpha
                    ["parent","student"]   | []                  | composites[0]
                    "best":1               | "best":3            | rankings[0].bands[0]
                    "distinct":false       | "distinct":0        | rankings[0].pairs[0].distinct
                    "year":2025            | "year":2025.5       | round.year
                    "year":2025            | "year":1025         | round.year
                    "organizer":"990000"   | "organizer":"99"    | round.organizer
                    sha256:0000            | sha1:0000           | plan
                    {"parent":"sha         | {"teacher":"sha     | questionnaires.teacher
                    2025-03-21             | 21.3.2025           | closed
                    2025-03-21             | 2025-01-21          | .
                    "复核岗"               | "统计岗"            | .
                    "audience":"parent"    | "audience":"cat"    | results[0].audience
                    "stage":null           | "stage":"nursery"   | results[0].stage
                    "mode":"probability"   | "mode":5            | results[0].mode
                    "responded":305        | "responded":307     | results[0]
                    "value":83.4           | "value":"83.4"      | results[0].index.value
                    "low":81.2             | "low":91.2          | results[0].index
                    "low":81.2             | "low":null          | results[0].index.low
                    "n":300,"effectiveN":120,"df":11,"designEffect":2.51,"method":"i | "n":3,"effectiveN":120,"df":11,"designEffect":2.51,"method":"i | results[0].index
                    "complementary"        | "because"           | results[0].satisfied.withheld
                    {"withheld":"comp      | {"value":1,"withheld":"comp | results[0].satisfied.value
                    "low":null,"high":null | "low":90,"high":99  | results[0].items[0].satisfied
                    "percent":37           | "percent":370       | results[0].items[0].shares.4
                    "4":{                  | "04":{              | results[0].items[0].shares.04
                    "dontKnow":null        | "dontKnow":[]       | results[0].items[0].dontKnow
                    "items":[              | "points":1,"items":[| results[0].points
                    ,"mode":"probability"  | ``                  | results[0].mode
                    """)
    void what_does_not_fit_is_refused_with_its_path(String good, String bad, String path) {
        String text = JsonText.compact(EXAMPLE);
        assertThat(text).contains(good);
        Json broken = JsonText.parse(text.replace(good, bad));
        assertThatThrownBy(() -> ReleasedResultsJson.read(broken))
                .isInstanceOfSatisfying(
                        ShapeFault.class, fault -> assertThat(fault.path()).isEqualTo(path));
    }

    @Test
    void one_row_stands_only_once() {
        String text = JsonText.compact(EXAMPLE);
        int from = text.indexOf("\"results\":[") + "\"results\":[".length();
        int to = text.indexOf("],\"weights\"");
        String row = text.substring(from, to);
        Json twice = JsonText.parse(text.substring(0, from) + row + "," + row + text.substring(to));
        assertThatThrownBy(() -> ReleasedResultsJson.read(twice)).isInstanceOf(ShapeFault.class);
    }

    /** docs/results.md describes every field that the file can hold. */
    @Test
    void the_manual_names_every_field() throws Exception {
        String manual = Files.readString(Path.of("..", "docs", "results.md"), StandardCharsets.UTF_8);
        TreeSet<String> names = new TreeSet<>();
        collect(EXAMPLE, names);
        names.removeIf(name -> name.matches("[0-9]+"));
        assertThat(names)
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(manual).contains("`" + name + "`"));
        for (Estimate.Reason reason : Estimate.Reason.values()) {
            assertThat(manual).contains("`" + reason.key() + "`");
        }
    }

    private static void collect(Json value, TreeSet<String> names) {
        if (value instanceof Json.Obj object) {
            object.fields().forEach((name, field) -> {
                names.add(name);
                collect(field, names);
            });
        } else if (value instanceof Json.Arr array) {
            array.items().forEach(item -> collect(item, names));
        }
    }
}
