package org.gongshi.generator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gongshi.evaluation.publication.GateResult;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.document.ReportPress;
import org.gongshi.generator.document.WorkbookPress;
import org.gongshi.generator.incremental.SiteEditions;
import org.gongshi.generator.load.ContentLoader;
import org.gongshi.generator.render.SiteRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody with the office's own key changes one file of the shipped demonstration and seals it anew: no digest tells of it, and what the
 * file says does not fit the others. Cases of different files are tried together, so that few whole checks are needed.
 */
class InsiderTest {
    private static final String BOOK = "data/990500/2025/data-990500-2025.xlsx";
    private static final String PRINT = "990500/2025/cangbei/report/2025-cangbei.pdf";
    private static final String SCORE_OF_PRINT = "76.37";

    /** File, what is there, what is put in its place. */
    private static final List<String> CASES = List.of(
            // Downloads
            "data/compare/2024-2025.csv | (990300,[^,]*,)[0-9.]+ | $112.5",
            "data/compare/2024-2025.csv | (990300,(?:[^,]*,){3})[-0-9.]+ | $112.5",
            "data/compare/2024-2025.csv | \\n990300[^\\n]* | ",
            "data/compare/2024-2025.csv | (990300,[^\\n]*,)[^,\\r]*\\r | $1优秀\r",
            "data/2024/grades.csv | 990300,榆岚市,77 | 990300,榆岚市,78",
            "data/2025/scores.csv | 87\\.93 | 88.93",
            // What describes them
            "data/datapackage.json | sha256:[0-9a-f]{4} | sha256:0000",
            "data/datapackage.json | \"bytes\" : [0-9] | \"bytes\" : 9",
            "data/datapackage.json | \"name\" : \"score_shown\" | \"name\" : \"score_known\"",
            "data/2025/grades.csv-metadata.json | \"decimal\" | \"string\"",
            "data/2025/areas.csv-metadata.json | 方面代码 | 地区代码",
            "data/catalog.jsonld | \"@value\" : \"[0-9]{4,5}\" | \"@value\" : \"1\"",
            "data/index.json | \"rows\" : [0-9]+ | \"rows\" : 7",
            "data/index.html | sha256:[0-9a-f]{4} | sha256:0000",
            // Comparisons and years
            "compare/2024-2025/index.json | \"change\" : [-0-9.]+ | \"change\" : 12.5",
            "compare/2024-2025/index.json | \"grade_after\" : \"合格\" | \"grade_after\" : \"优秀\"",
            "compare/2024-2025/index.json | \\{[^{}]*\"990300\"[^{}]*\\}, | ",
            "compare/2024-2025/index.html | <data value=\"[0-9.]+\" | <data value=\"12.5\"",
            "regions/cangling/index.html | <data value=\"[0-9.]+\" | <data value=\"12.5\"",
            "regions/cangling/index.json | \"score\" : [0-9.]+ | \"score\" : 12.5",
            "regions/yanhe/index.html | (<data value=\"[0-9.]+\"[^>]*>)[0-9] | $11",
            // Tiles, results, sentences
            "990500/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
            "990500/index.json | \"score\" : [0-9.]+ | \"score\" : 12.5",
            "990500/2025/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
            "2025/cangling/counties/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
            "2025/cangling/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
            "index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
            "2025/yanhe/index.html | (class=\"big\"><b[^>]*>[^<]*</b><span>)合格 | $1优秀",
            "2025/jiqiu/index.html | (name=\"Description\" content=\"[^\"]*加权分数 )8 | $19",
            "2025/yanhe/index.json | (加权分数 )8 | $19",
            "2025/yanhe/report/index.html | (<data value=\")10.71894 | $111.71894",
            // Cells
            "2025/survey/yanhe/index.html | (平均分\"><b>)69 | $196",
            "2025/survey/yulan/index.html | (应答率\">)[0-9] | $11",
            "2025/survey/luyan/index.html | ≤ | ≤1",
            "2025/survey/index.html | (满意度指数\"><b>)73.6 | $179.6",
            "2024/survey/index.html | (<td[^>]*>)1\\.[0-9]{2} | $11.00",
            "2025/indicators/a1-01/index.html | (原始值\">—</td><td[^>]*>)95.8 | $198.5",
            "2025/indicators/a2-02/index.html | (得分贡献\">)[0-9] | $19",
            "2025/indicators/index.html | (<td[^>]*>)2\\.33 | $13.33",
            "2025/index.html | (level-5\">)97.9 | $199.7",
            "2024/index.html | (<td class=\"number level-[0-9]\">[0-9.]+</td>)(<td class=\"number level-[0-9]\">[0-9.]+</td>) | $2$1",
            "2025/tanxi/index.html | (各地中位数\">)8 | $19",
            "2025/self-evaluation/yanhe/index.html | (自评得分\">)94.3 | $195.3",
            "2025/self-evaluation/yulan/index.html | (自评得分\"><data value=\")1 | $12",
            "2025/self-evaluation/index.html | (<data value=\")8 | $19",
            "2025/problems/index.html | <td>19</td> | <td>21</td>",
            "2025/rectification/index.html | (id=\"counts\".*?<tr><th[^>]*>.*?<td[^>]*>)[0-9] | $19",
            "2024/rectification/index.html | (id=\"days\".*?<tr><th[^>]*>.*?<td[^>]*>)[0-9]+ | $19",
            "990500/2025/rectification/index.html | (id=\"overdue-list\".*?<td[^>]*class=\"number\"[^>]*>)[0-9]+ | $11",
            "corrections/index.html | 77.503892 | 77.403892",
            "catalogue/index.html | 云教督评〔2025〕4号 | 云教督评〔2025〕44号",
            // Drawings
            "2025/survey/puyuan/index.html | (class=\"estimate\" cx=\")[0-9.]+ | $191.7",
            "2025/survey/qiongta/index.html | (<desc[^>]*>[^0-9]*)[0-9.]+ | $199.9",
            "2025/indicators/a1-05/index.html | (<text class=\"value[^>]*>)[0-9.]+ | $111.7",
            "2024/problems/index.html | (segment-label passed\"[^>]*>)[0-9]+ | $199",
            "2025/shuoze/index.html | (<text class=\"value\"[^>]*>)[0-9.]+ | $112.7",
            // Other languages
            "en/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
            "en/2025/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
            "en/2025/yanhe/index.html | (<data value=\"86.532798\"[^>]*>(?:<a[^>]*>)?)8 | $19",
            "en/2025/survey/yanhe/index.html | <b>71.8 | <b>81.7",
            "en/2025/problems/index.html | <td>11</td> | <td>12</td>",
            "en/2025/survey/lutan/index.html | (class=\"estimate\" cx=\")[0-9.]+ | $191.7",
            // Lists for machines
            "sitemap.xml | <url><loc>[^<]*/2025/yanhe/</loc>.*?</url> | ",
            "feed.xml | 苍北旗人民政府2025 | 苍北旗人民政府2024",
            "en/feed.xml | <updated>2025-12-09 | <updated>2025-12-19",
            "search/titles-1.js | \"苍翎盟：2024 | \"砚河市：2024",
            "en/search/titles-1.js | \\[\"2024/cangling/index.html\"[^\\]]*\\], | ",
            "search/text-1.js | \\{ | {\"龘靐\":[3],");

    private static final Map<String, byte[]> FILES = new TreeMap<>();
    private static SitePlan.Print print;

    @TempDir
    private static Path site;

    @BeforeAll
    static void build() throws IOException {
        GateResult result = new ContentLoader(Path.of("..", "content", "demo"), Optional.empty()).load();
        PublishedContent content = ((GateResult.Passed) result).content();
        SiteEditions.compose(content, false)
                .entries()
                .forEach((path, entry) -> FILES.put(path, SiteRenderer.bytes(entry)));
        Map<String, SitePlan.Entry> documents =
                SiteEditions.compose(content, true).entries();
        FILES.put(BOOK, WorkbookPress.press(((SitePlan.Book) documents.get(BOOK)).book()));
        print = (SitePlan.Print) documents.get(PRINT);
        FILES.put(PRINT, printed("", ""));
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private static byte[] printed(String old, String with) {
        String page = new String(SiteRenderer.xhtml(print), StandardCharsets.UTF_8);
        assertThat(page).contains(old);
        byte[] changed = page.replace(old, with).getBytes(StandardCharsets.UTF_8);
        return ReportPress.press(changed, print.published(), print.pictures()).pdf();
    }

    private static void write(String path, byte[] bytes) throws IOException {
        Path file = site.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Files of which something is told when these are changed. */
    private static Set<String> told(Map<String, byte[]> changed) throws IOException {
        return told(changed, (source, recount) -> recount.add(NumberCheck.of(source, FILES.keySet())));
    }

    private static Set<String> told(Map<String, byte[]> changed, BiConsumer<SiteSource, Recount> check)
            throws IOException {
        try (SiteSource source = new FolderSource(site)) {
            for (Map.Entry<String, byte[]> file : changed.entrySet()) {
                write(file.getKey(), file.getValue());
            }
            Set<String> told = new TreeSet<>();
            Recount recount = new Recount();
            check.accept(source, recount);
            recount.faults().forEach(fault -> told.add(fault.path()));
            return told;
        } finally {
            for (String path : changed.keySet()) {
                write(path, FILES.get(path));
            }
        }
    }

    @Test
    void nothing_is_told_of_a_site_as_it_was_built() throws IOException {
        assertThat(told(Map.of())).isEmpty();
    }

    @Test
    void what_does_not_fit_the_other_files_is_found() throws IOException {
        List<String> unseen = new ArrayList<>();
        List<String> left = new ArrayList<>(CASES);
        while (!left.isEmpty()) {
            // A table that is changed is told of by every page that shows it: tables are tried by themselves.
            boolean tables = left.get(0).contains(".csv |");
            Map<String, byte[]> changed = new LinkedHashMap<>();
            for (String one : List.copyOf(left)) {
                String path = one.split(" \\| ")[0];
                if (path.endsWith(".csv") == tables && !changed.containsKey(path)) {
                    changed.put(path, changed(one));
                    left.remove(one);
                }
            }
            Set<String> told = told(changed);
            changed.keySet().stream().filter(path -> !isTold(told, path)).forEach(unseen::add);
        }
        assertThat(unseen).isEmpty();
    }

    /** A pair of characters in a shard is told of the folder of the index, since no page is that of a shard. */
    private static boolean isTold(Set<String> told, String path) {
        return told.contains(path) || path.contains("search/") && told.contains(path.replaceAll("[^/]*$", ""));
    }

    private static byte[] changed(String one) {
        String[] parts = one.split(" \\| ", -1);
        String before = new String(FILES.get(parts[0]), StandardCharsets.UTF_8);
        String after = Pattern.compile(parts[1], Pattern.DOTALL).matcher(before).replaceFirst(parts[2]);
        assertThat(after).as("the case fits the file: " + one).isNotEqualTo(before);
        return after.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_changed_print_is_found() throws IOException {
        BiConsumer<SiteSource, Recount> check =
                (source, recount) -> new PrintCheck(source, recount).check(FILES.keySet());
        assertThat(told(Map.of(), check)).isEmpty();
        assertThat(told(Map.of(PRINT, printed(SCORE_OF_PRINT, "96.37")), check)).contains(PRINT);
        assertThat(told(Map.of(PRINT, printed("等级", "品级")), check)).contains(PRINT);
    }

    @Test
    void a_changed_workbook_is_found() throws IOException {
        Set<String> unseen = new LinkedHashSet<>();
        for (String one : List.of(
                "sheet5 | (<c r=\"C2\"[^>]*><v>)7 | $18",
                "sheet5 | <c r=\"C2\"[^>]*><v>[^<]*</v></c> | ",
                "sheet5 | (<row r=\"2\") | $1 hidden=\"true\"",
                "sheet5 | (<c r=\"C2\"[^>]*>)<v> | $1<f>1+1</f><v>",
                "sharedStrings | &#x5408;&#x683c; | &#x4f18;&#x79c0;",
                "styles | formatCode=\"0.00\" | formatCode=\"&quot;99.99&quot;\"",
                "workbook.xml | (<sheet name=\"grades\") | $1 state=\"hidden\"")) {
            Map<String, byte[]> changed = Map.of(BOOK, repacked(one.split(" \\| ", -1)));
            if (!told(changed, (source, recount) -> new WorkbookCheck(source, recount).check(FILES.keySet()))
                    .contains(BOOK)) {
                unseen.add(one);
            }
        }
        assertThat(unseen).isEmpty();
    }

    private static byte[] repacked(String[] change) throws IOException {
        var out = new ByteArrayOutputStream();
        boolean done = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(FILES.get(BOOK)));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                String changed = entry.getName().contains(change[0])
                        ? Pattern.compile(change[1]).matcher(part).replaceFirst(change[2])
                        : part;
                done |= !changed.equals(part);
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(changed.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(done).as("the case fits: " + change[1]).isTrue();
        return out.toByteArray();
    }
}
