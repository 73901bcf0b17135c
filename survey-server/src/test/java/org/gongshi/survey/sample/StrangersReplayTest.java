package org.gongshi.survey.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.Test;

/**
 * The example of docs/sampling.md drawn again by a program that was written from that page alone: it shares nothing with the program
 * that drew it but the JDK's SHA-256 and a JSON reader.
 */
class StrangersReplayTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "survey-sample");

    private String seed;
    private String purpose;
    private long block;
    private final List<BigInteger> numbers = new ArrayList<>();

    @Test
    void the_page_is_enough_to_draw_again() throws Exception {
        Json.Obj record = (Json.Obj) JsonText.parse(Files.readAllBytes(EXAMPLE.resolve("survey-sample.json")));
        Json.Obj told = object(record, "seed");
        seed = text(told, "secret") + "+" + text(told, "beacon");
        assertThat(text(told, "commitment")).isEqualTo("sha256:" + hex(sha256(text(told, "secret"))));

        Json.Obj schools = (Json.Obj) array(record, "schools").get(0);
        TreeMap<String, List<String>> classes = classes();
        List<String> drawn = schools(classes, 3);
        assertThat(texts(array(schools, "drawn"), "school")).isEqualTo(drawn);
        for (Json school : array(schools, "drawn")) {
            String name = text((Json.Obj) school, "school");
            stream("990101 primary classes " + name);
            List<String> order = shuffle(classes.get(name));
            assertThat(texts(array((Json.Obj) school, "classes"), "class")).isEqualTo(order.subList(0, 1));
        }

        Json.Obj addresses = (Json.Obj) array(record, "addresses").get(0);
        stream("990101 public addresses");
        List<String> codes =
                shuffle(rows("addresses.csv").stream().map(row -> row[1]).toList());
        assertThat(array(addresses, "drawn").stream().map(each -> ((Json.Str) each).value()))
                .isEqualTo(codes.subList(0, 18));
    }

    /** Schools with probability proportional to their classes. */
    private List<String> schools(TreeMap<String, List<String>> classes, int wanted) {
        List<String> names = new ArrayList<>(sorted(new ArrayList<>(classes.keySet())));
        List<String> certain = new ArrayList<>();
        int left = wanted;
        long total = classes.values().stream().mapToLong(List::size).sum();
        boolean more = true;
        while (more) {
            List<String> large = new ArrayList<>();
            for (String name : names) {
                if (!certain.contains(name) && (long) left * classes.get(name).size() >= total) {
                    large.add(name);
                }
            }
            certain.addAll(large);
            left -= large.size();
            total -= large.stream().mapToLong(name -> classes.get(name).size()).sum();
            more = !large.isEmpty() && left > 0;
        }
        List<String> drawn = new ArrayList<>(sorted(certain));
        names.removeAll(certain);
        stream("990101 primary schools");
        List<String> line = shuffle(names);
        long point = below(total).longValueExact();
        long end = 0;
        for (String name : line) {
            end += (long) left * classes.get(name).size();
            if (point < end) {
                drawn.add(name);
                point += total;
            }
        }
        return drawn;
    }

    private void stream(String step) {
        purpose = "gongshi survey sample " + step;
        block = 0;
        numbers.clear();
    }

    private BigInteger below(long n) {
        BigInteger two64 = BigInteger.ONE.shiftLeft(64);
        BigInteger limit = two64.divide(BigInteger.valueOf(n)).multiply(BigInteger.valueOf(n));
        while (true) {
            if (numbers.isEmpty()) {
                byte[] bytes = sha256(purpose + "\n" + seed + "\n" + block++);
                for (int at = 0; at < 32; at += 8) {
                    numbers.add(new BigInteger(1, Arrays.copyOfRange(bytes, at, at + 8)));
                }
            }
            BigInteger x = numbers.remove(0);
            if (x.compareTo(limit) < 0) {
                return x.mod(BigInteger.valueOf(n));
            }
        }
    }

    private List<String> shuffle(List<String> items) {
        List<String> list = new ArrayList<>(sorted(items));
        for (int i = list.size() - 1; i >= 1; i--) {
            Collections.swap(list, i, below(i + 1).intValue());
        }
        return list;
    }

    private static List<String> sorted(List<String> items) {
        return items.stream()
                .sorted((left, right) -> hex(left.getBytes(StandardCharsets.UTF_8))
                        .compareTo(hex(right.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private static TreeMap<String, List<String>> classes() throws IOException {
        TreeMap<String, List<String>> classes = new TreeMap<>();
        for (String[] row : rows("schools.csv")) {
            classes.computeIfAbsent(row[2], absent -> new ArrayList<>()).add(row[3]);
        }
        return classes;
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(EXAMPLE.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static List<String> texts(List<Json> items, String field) {
        return items.stream().map(item -> text((Json.Obj) item, field)).toList();
    }

    private static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }

    private static Json.Obj object(Json.Obj object, String field) {
        return (Json.Obj) object.field(field).orElseThrow();
    }

    private static List<Json> array(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow()).items();
    }

    /** The numbers of the page's worked example, so that page and program stay one. */
    @Test
    void the_worked_example_of_the_page_is_what_the_record_says() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "sampling.md"));
        seed = "demo-secret-7f3a+0 3 1 4 1 5 9";
        String first = hex(sha256("gongshi survey sample 990101 primary schools\n" + seed + "\n0"));
        assertThat(page).contains(String.join(" ", first.split("(?<=\\G.{16})")));

        Json.Obj record = (Json.Obj) JsonText.parse(Files.readAllBytes(EXAMPLE.resolve("survey-sample.json")));
        Json.Obj stratum = (Json.Obj) array(record, "schools").get(0);
        assertThat(texts(array(stratum, "frame"), "probability"))
                .containsExactly("1/2", "1", "1/6", "2/3", "1/3", "1/3");
        assertThat(texts(array(stratum, "drawn"), "weight")).containsExactly("6", "6", "6");
        Map<String, String> parts =
                Map.of("丁 2·3/12 = 1/2", "丁小学（演示）", "丙 has 3 × 6 ≥ 18", "丙小学（演示）", "2/3 × 1/4", "己小学（演示）");
        assertThat(parts.keySet()).allMatch(page::contains);
    }
}
