package org.gongshi.generator.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/** Invented content (试生成的内容): what every site has, and an archive of reports as regions write them. */
final class RehearsalContent {
    private static final List<String> AREAS = List.of("贯彻教育方针", "落实教育法规", "各级各类教育发展", "加强教育保障", "规范办学行为");
    /** Of each area; with five areas each of them weighs 2.5. */
    private static final int INDICATORS = 8;

    private static final BigDecimal WEIGHT = new BigDecimal("2.5");

    private static final Map<String, String> FILES =
            Map.of("site.yaml", """
            name: 试生成
            domain: rehearsal.example
            identifier: "0000000000"
            demonstration: true
            asOf: 2025-12-10
            sponsor: 试生成
            operator: 试生成
            icp: 演示ICP备00000000号
            publicSecurity: 演示公网安备00000000000000号
            contact:
              phone: 0000-0000000
              address: 试生成
            licence: CC-BY-4.0
            subjectCategory: 科技、教育/教育
            """, "places.yaml", """
            places:
              - code: "990000"
                name: 试生成
                organ: 试生成
                tier: region
                slug: rehearsal
            """, "corrections.yaml", "corrections: []\n");

    private RehearsalContent() {}

    /** Writes it. */
    static Path write(Path folder, int reports) throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Files.createDirectories(folder.resolve("notices"));
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (String name : List.of("regulation", "methodology", "verify", "about")) {
            Files.writeString(folder.resolve("texts").resolve(name + ".md"), "---\ntitle: " + name + "\n---\n\n试生成。\n");
        }
        Path archive = folder.resolve("archive.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(archive)) {
            for (int number = 0; number < reports; number++) {
                out.write(report(number));
                out.write('\n');
            }
        }
        Files.writeString(
                folder.resolve("archive.yaml"),
                "body: 试生成\ndocument: 试〔2025〕1号\ndate: 2025-09-01\ndigest: " + Digest.of(Files.readAllBytes(archive))
                        + "\n");
        return folder;
    }

    private static String report(int number) {
        List<Json> areas = new ArrayList<>();
        List<Json> items = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        BigDecimal total = BigDecimal.ZERO;
        for (int area = 0; area < AREAS.size(); area++) {
            String name = AREAS.get(area);
            areas.add(Json.object()
                    .put("name", name)
                    .put("score", score(number, area))
                    .build());
            for (int item = 0; item < INDICATORS; item++) {
                BigDecimal score = score(number, area * INDICATORS + item);
                total = total.add(WEIGHT.multiply(score).movePointLeft(2));
                items.add(Json.object()
                        .put("name", name + "指标" + item)
                        .put("area", name)
                        .put("weight", WEIGHT)
                        .put("score", score)
                        .build());
            }
            section(name, number + area, body);
        }
        return JsonText.compact(Json.object()
                .put("id", "r" + number)
                .put("title", "第" + number + "号地区年度报告")
                .put("year", 2015 + number % 10)
                .put("date", "2025-09-01")
                .put("score", total)
                .put("areas", Json.array(areas))
                .put("scores", Json.array(items))
                .put("body", body.toString())
                .build());
    }

    private static void section(String name, int number, StringBuilder body) {
        body.append("## ").append(name).append("\n\n");
        body.append("本年度投入 ").append(number).append(" 万元，改善办学条件，加强教师队伍建设，促进教育公平，提高教育质量。".repeat(4));
        body.append("\n\n- **典型经验：**组建教育集团，教师交流轮岗。\n- *存在问题*：寄宿条件有待改善（见[评价方法](/methodology/)）。\n\n");
        body.append("| 项目 | 目标 | 完成 |\n|---|---|---|\n");
        for (int row = 0; row < 5; row++) {
            body.append("| 项目")
                    .append(row)
                    .append(" | ")
                    .append(number + row)
                    .append(" | ")
                    .append(row)
                    .append(" |\n");
        }
        body.append('\n');
    }

    /** From 60.0 to 99.9, another one for each. */
    private static BigDecimal score(int number, int item) {
        return BigDecimal.valueOf(600 + (number * 31 + item * 17) % 400, 1);
    }
}
