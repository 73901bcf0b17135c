package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Content that no clerk writes and an enemy may: it is refused with a word about where, or it is published, and either comes soon. */
class OddContentTest {
    /** Ten times what the slowest of them takes on a machine that does nothing else. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String NOTICE = "notices/2025-12-01-odd.md";
    private static final String FINE = "";

    @TempDir
    private Path folder;

    private ContentFixture content;
    private Terminal terminal;

    /** Something odd that is done to a content folder. */
    private interface Odd {
        void to(ContentFixture content) throws IOException;
    }

    @BeforeEach
    void write() {
        content = ContentFixture.valid(folder.resolve("content"));
        terminal = new Terminal(folder, "2025-12-31");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void odd_content_is_refused_or_published_but_soon(String name, String message, Odd odd) throws IOException {
        odd.to(content);
        Path site = folder.resolve("site");
        int code = Assertions.assertTimeoutPreemptively(
                SOON,
                () -> terminal.run(
                        "build", "--content", folder.resolve("content"), "--output", site, "--pages-only", "--quiet"));
        String said = terminal.out() + terminal.err();
        assertThat(said).doesNotContain("Exception", "\tat ").contains(message);
        assertThat(code).as(said).isEqualTo(message.equals(FINE) ? 0 : 1);
        assertThat(Files.exists(site)).isEqualTo(message.equals(FINE));
    }

    static Stream<Arguments> cases() {
        return Stream.concat(files(), Stream.concat(numbers(), markdown()));
    }

    private static Arguments odd(String name, String message, Odd odd) {
        return Arguments.of(name, message, odd);
    }

    private static Arguments change(String name, String file, String old, String with, String message) {
        return odd(name, message, content -> content.change(file, old, with));
    }

    private static Arguments notice(String name, String body, String message) {
        return odd(
                name,
                message,
                content -> content.write(NOTICE, "---\ntitle: 通知\ndate: 2025-12-01\n---\n\n" + body + "\n"));
    }

    private static Stream<Arguments> files() {
        String report = ContentFixture.FIRST + "/report.md";
        String scores = ContentFixture.ROUND + "/scores.csv";
        return Stream.of(
                odd("a link to a file outside", "符号链接指向内容目录之外", content -> {
                    Files.delete(content.path(report));
                    Files.createSymbolicLink(content.path(report), Path.of("/etc/passwd"));
                }),
                odd(
                        "a link that leads round",
                        FINE,
                        content -> Files.createSymbolicLink(content.path("2025/round"), content.path("2025"))),
                odd(
                        "a notice by a link",
                        "符号链接指向内容目录之外",
                        content -> Files.createSymbolicLink(content.path(NOTICE), Path.of("/etc/hostname"))),
                odd("names that differ in case alone", "只能用小写字母", content -> {
                    content.write("notices/2025-12-01-A.md", "---\ntitle: 甲\ndate: 2025-12-01\n---\n\n文\n");
                    content.write("notices/2025-12-01-a.md", "---\ntitle: 乙\ndate: 2025-12-01\n---\n\n文\n");
                }),
                odd("an empty report", "缺少文头", content -> content.write(report, "")),
                odd("an empty table", "文件结构有误", content -> content.write(scores, "")),
                odd(
                        "empty results",
                        "不是有效的 JSON",
                        content -> content.write(ContentFixture.ROUND + "/results.json", "")),
                odd("a folder for a file", "这里应为文件", content -> {
                    Files.delete(content.path(report));
                    Files.createDirectory(content.path(report));
                }),
                odd("a notice of 300 MB", "文件超过 10 MB", content -> {
                    try (var file =
                            new java.io.RandomAccessFile(content.path(NOTICE).toFile(), "rw")) {
                        file.setLength(300_000_000);
                    }
                }),
                odd(
                        "YAML of 5 MB",
                        "YAML 超过",
                        content ->
                                content.write("corrections.yaml", "corrections: \"" + "a".repeat(5_000_000) + "\"\n")),
                odd(
                        "a table of 50 MB",
                        "文件超过 10 MB",
                        content -> content.write(
                                scores, content.read(scores) + "990300,A1-01,,80,xxxxxxxx\n".repeat(2_000_000))),
                odd(
                        "line ends of Windows",
                        FINE,
                        content -> content.write(NOTICE, "---\r\ntitle: 通知\r\ndate: 2025-12-01\r\n---\r\n\r\n文\r\n")),
                odd(
                        "a byte order mark",
                        FINE,
                        content -> content.write(NOTICE, "\uFEFF---\ntitle: 通知\ndate: 2025-12-01\n---\n\n文\n")),
                odd(
                        "UTF-16",
                        "UTF-16 编码",
                        content -> content.write(NOTICE, "---\ntitle: 通知\n---\n文".getBytes(StandardCharsets.UTF_16))),
                odd(
                        "anchors that multiply",
                        "不允许 YAML 锚点",
                        content -> content.write(
                                "corrections.yaml",
                                "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\ncorrections: [*c,*c,*c]\n")),
                change("a key twice", "site.yaml", "name:", "name: 甲\nname:", "重复，第 1 行已经有了"),
                odd(
                        "nesting of 20,000",
                        "嵌套超过 32 层",
                        content -> content.write(
                                "corrections.yaml", "corrections: " + "[".repeat(20_000) + "]".repeat(20_000) + "\n")),
                odd(
                        "JSON nested 100,000 deep",
                        "不是有效的 JSON",
                        content -> content.write(ContentFixture.ROUND + "/results.json", "[".repeat(100_000))),
                odd(
                        "a name with a space",
                        "只能用小写字母",
                        content -> content.write(
                                "notices/2025-12-01 x.md", "---\ntitle: 甲\ndate: 2025-12-01\n---\n\n文\n")),
                odd(
                        "a name of 200 letters",
                        "只能用小写字母",
                        content -> content.write(
                                "notices/2025-12-01-" + "a".repeat(200) + ".md",
                                "---\ntitle: 甲\ndate: 2025-12-01\n---\n\n文\n")),
                odd("a program", FINE, content -> content.write("texts/run.exe", "MZ")),
                odd("a copy beside the report", FINE, content -> content.write(report + ".bak", "x")),
                odd("a mark of Office", FINE, content -> content.write(ContentFixture.ROUND + "/~$scores.xlsx", "x")),
                odd(
                        "a text that takes a page's place",
                        FINE,
                        content -> content.write("texts/data.md", "---\ntitle: 甲\n---\n\n文\n")),
                odd(
                        "a year of five digits",
                        FINE,
                        content -> content.write(
                                "10000/990000/round.yaml", content.read(ContentFixture.ROUND + "/round.yaml"))));
    }

    private static Stream<Arguments> numbers() {
        String scores = ContentFixture.ROUND + "/scores.csv";
        String indicators = ContentFixture.ROUND + "/indicators.yaml";
        String results = ContentFixture.ROUND + "/results.json";
        return Stream.of(
                change("a day in the year 10000", "site.yaml", "2025-12-20", "10000-01-01", "应为日期"),
                change("a day in the year +10000", "site.yaml", "2025-12-20", "+10000-01-01", "应为日期"),
                change("a day in the year 9999", "site.yaml", "2025-12-20", "9999-12-31", "应为日期"),
                change("a day in the year 0000", "site.yaml", "2025-12-20", "0000-01-01", "应为日期"),
                change("30 February", "site.yaml", "2025-12-20", "2025-02-30", "应为日期"),
                change("year 10000 in results", results, "\"2025-04-10\"", "\"+10000-04-10\"", "released: 应为日期"),
                change("points below zero", scores, ",95.5,", ",-1,", "应为 0 至 100 之间"),
                change("points that are none", scores, ",95.5,", ",NaN,", "应为 0 至 100 之间"),
                change("points beyond measure", scores, ",95.5,", ",1e999,", "应为 0 至 100 之间"),
                change("points below measure", scores, ",95.5,", ",1e-999999999,", "应为 0 至 100 之间"),
                change("points of 200,000 places", scores, ",95.5,", ",9." + "1".repeat(200_000) + ",", "小数至多 8 位"),
                change(
                        "a raw value of 200,000 places",
                        scores,
                        ",98.4,",
                        ",98." + "1".repeat(200_000) + ",",
                        "小数至多 8 位"),
                change("a raw value beyond measure", scores, ",98.4,", ",1e999999999,", "应为十进制数"),
                change("a weight beyond measure", indicators, "weight: 33.33", "weight: 1e999999999", "应为大于 0"),
                change("an infinite weight", indicators, "weight: 33.33", "weight: .inf", "应为大于 0"),
                change(
                        "a number of base sixteen",
                        ContentFixture.FIRST + "/stages.yaml",
                        "team: 7",
                        "team: 0x7",
                        "应为 1 至 1000 之间的整数"),
                change("an index beyond measure", results, "66.6", "1e999999999", "不是有效的 JSON"),
                change("an index that is none", results, "66.6", "NaN", "不是有效的 JSON"),
                change("a place named as another", "places.yaml", "name: 榆岚市", "name: 澄川市", "已由 990100 使用"),
                change("a space nobody sees in a name", "places.yaml", "name: 榆岚市", "name: \"榆岚市\u3000\"", "看不出的空格"),
                change(
                        "a space nobody sees within a name",
                        "places.yaml",
                        "name: 榆岚市",
                        "name: \"榆\u00A0岚市\"",
                        "看不出的空格"),
                change(
                        "a slug with a space of its own",
                        "places.yaml",
                        "slug: yulan",
                        "slug: \"yu\u00A0lan\"",
                        "应为网址用名"),
                change("a slug twice", "places.yaml", "slug: yulan", "slug: chengchuan", "已由 990100 使用"),
                change("a slug that is a page", "places.yaml", "slug: yulan", "slug: report", "固定用词"));
    }

    private static Stream<Arguments> markdown() {
        String fences =
                IntStream.range(1, 1_500).mapToObj(i -> "`".repeat(i) + "a").reduce("", String::concat);
        String links = IntStream.range(0, 10_000)
                .mapToObj(i -> "[r" + i + "]: /about/\n")
                .reduce("", String::concat);
        String lists = IntStream.range(0, 1_000)
                .mapToObj(i -> "  ".repeat(i) + "- a\n")
                .reduce("", String::concat);
        return Stream.of(
                notice("10,000 >", ">".repeat(10_000) + " x", FINE),
                notice("100,000 *", "*".repeat(100_000) + "a", FINE),
                notice("emphasis that never ends", "*a_ ".repeat(50_000), FINE),
                notice("brackets that never close", "[".repeat(100_000), FINE),
                notice("links that never close", "[a](".repeat(50_000), FINE),
                notice("code of every length", fences, FINE),
                notice("comments that never end", "<!-- a ".repeat(50_000), FINE),
                notice("10,000 references", links + "\n" + "[r1] ".repeat(10_000), FINE),
                notice("lists 1,000 deep", lists, FINE),
                notice(
                        "a table of 5,000 columns",
                        "|" + "a|".repeat(5_000) + "\n|" + "-|".repeat(5_000) + "\n|" + "b|".repeat(5_000),
                        FINE),
                notice("a line of a megabyte", "汉".repeat(350_000), FINE),
                notice("digits and spaces", "1 ".repeat(500_000), FINE),
                notice("a million digits", "1".repeat(1_000_000), FINE),
                notice("beginnings of numbers", "138 ".repeat(250_000), FINE),
                notice("an address that never ends", "a".repeat(500_000) + "@" + "b.".repeat(200_000), FINE),
                notice("words of dwellings", "家庭住址".repeat(80_000), FINE),
                notice("classes", "3班".repeat(150_000), FINE),
                notice("signs at", "a(at)".repeat(200_000), FINE),
                notice("Chinese digits apart", "一 ".repeat(250_000), FINE),
                notice("references of characters", "&#49;".repeat(100_000), FINE),
                notice("cells of one digit", "|a|b|c|\n|-|-|-|\n" + "|1|3|9|\n".repeat(20_000), FINE),
                notice("entities", "&lt;script&gt; &#x6A;avascript: &NotEqualTilde; &#0; &#xD800; &#x110000;", FINE),
                notice("a script by a reference", "[a][b]\n\n[b]: javascript:alert(1)", "不会出现在页面上"),
                notice("an autolink that runs", "<javascript:alert(1)>", "不会出现在页面上"),
                notice("a picture of data", "![a](data:image/png;base64,AAAA)", FINE));
    }
}
