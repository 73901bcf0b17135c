package org.gongshi.generator.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;

/** A small site and the means to publish it, for tests. */
public final class SiteFixture {
    /** A key that is the same in every run: RFC 8032, 7.1, test 1. */
    public static final ManifestSeal KEY = ManifestSeal.parse("""
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """);

    private SiteFixture() {}

    public static Map<String, byte[]> files(String title) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(
                "index.html",
                utf8("<!doctype html><html lang=\"zh-CN\"><title>" + title + "</title><h1>" + title + "</h1>"));
        files.put("2025/index.html", utf8("<!doctype html><title>2025年度</title>"));
        files.put("assets/site.css", utf8("body{margin:0}"));
        files.put(".well-known/security.txt", utf8("Contact: mailto:a@example.org\n"));
        return files;
    }

    public static Provenance provenance(String asOf) {
        return new Provenance(
                "示例站点",
                false,
                LocalDate.parse(asOf),
                List.of(new Provenance.PlaceApproval(
                        "2025/990000",
                        "990100",
                        List.of(new Provenance.DecisionEntry(
                                "approval",
                                "自治区人民政府",
                                "示政发〔2025〕1号",
                                LocalDate.parse("2025-12-01"),
                                Digest.of(utf8("inputs")))))),
                List.of(
                        new Provenance.SurveyCount(
                                "2025/990000", "990100", "parent", "probability", 400, Optional.of(325L)),
                        new Provenance.SurveyCount(
                                "2025/990000", "990100", "public", "probability", 40, Optional.empty())),
                List.of(new Provenance.SurveyReceipts("2025/990000", 327, Digest.of(utf8("receipts")))),
                Map.of("site.yaml", Digest.of(utf8("name: 示例站点"))));
    }

    /** Publishes and gives back what came of it; fails the test when the folder is refused. */
    public static Published publish(Path output, Map<String, byte[]> files, String asOf, Optional<ManifestSeal> key) {
        return publish(output, files, asOf, key, FolderSwap.LINK);
    }

    static Published publish(
            Path output, Map<String, byte[]> files, String asOf, Optional<ManifestSeal> key, FolderSwap swap) {
        try {
            SiteFolder.Opening opening = SiteFolder.open(output, swap);
            if (opening instanceof SiteFolder.Opening.Refused refused) {
                throw new AssertionError(refused.finding().toLine());
            }
            try (SiteFolder folder = ((SiteFolder.Opening.Ready) opening).folder()) {
                ReleaseStage stage = folder.stage();
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    stage.add(file.getKey(), file.getValue());
                }
                return folder.publish(stage, provenance(asOf), key);
            }
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
