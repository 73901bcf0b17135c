package org.gongshi.benchmarks.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.gongshi.evaluation.digest.Digest;

/** The benchmark's reports as content of a site: {@code archive.ndjson} with its decision, and the little that every site has. */
final class SiteContent {
    private final Path folder;

    private SiteContent(Path folder) {
        this.folder = folder;
    }

    /** Writes the content anew. */
    static SiteContent write(Path reports, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Files.createDirectories(folder.resolve("notices"));
        text(folder, "site.yaml", """
                name: 云岭自治区履行教育职责评价公示网（演示）
                domain: yunling.example
                identifier: "0000000000"
                demonstration: true
                asOf: 2025-12-10
                sponsor: 云岭自治区教育督导委员会（演示）
                operator: 云岭自治区教育督导委员会办公室（演示）
                icp: 演示ICP备00000000号
                publicSecurity: 演示公网安备00000000000000号
                contact:
                  phone: 0000-0000000
                  address: 云岭自治区首府教育路1号（演示地址）
                licence: CC-BY-4.0
                subjectCategory: 科技、教育/教育
                """);
        text(folder, "places.yaml", """
                places:
                  - code: "990000"
                    name: 云岭自治区
                    organ: 云岭自治区人民政府
                    tier: region
                    slug: yunling
                """);
        text(folder, "corrections.yaml", "corrections: []\n");
        for (String name : List.of("regulation", "methodology", "verify", "about")) {
            text(folder, "texts/" + name + ".md", "---\ntitle: " + name + "\n---\n\n说明。\n");
        }
        SiteContent content = new SiteContent(folder);
        Files.copy(reports, content.reports(), StandardCopyOption.REPLACE_EXISTING);
        content.decide();
        return content;
    }

    Path folder() {
        return folder;
    }

    Path reports() {
        return folder.resolve("archive.ndjson");
    }

    /** Changes one report in its text: the last, and each time otherwise. */
    void changeOne(int round) throws IOException {
        byte[] all = Files.readAllBytes(reports());
        String mark = "\"body\": \"";
        byte[] sought = mark.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = all.length - sought.length;
        while (!startsWith(all, sought, at)) {
            at--;
        }
        byte[] word = ("第" + round + "次修改。").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] changed = new byte[all.length + word.length];
        int from = at + sought.length;
        System.arraycopy(all, 0, changed, 0, from);
        System.arraycopy(word, 0, changed, from, word.length);
        System.arraycopy(all, from, changed, from + word.length, all.length - from);
        Files.write(reports(), changed);
        decide();
    }

    private void decide() throws IOException {
        text(
                folder,
                "archive.yaml",
                "body: 云岭自治区教育督导委员会（演示）\ndocument: 云教督归〔2025〕1号\ndate: 2025-09-01\ndigest: "
                        + Digest.of(Files.readAllBytes(reports())) + "\n");
    }

    private static boolean startsWith(byte[] all, byte[] sought, int at) {
        for (int i = 0; i < sought.length; i++) {
            if (all[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
