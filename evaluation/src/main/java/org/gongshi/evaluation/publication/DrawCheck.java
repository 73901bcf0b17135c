package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;

/** Holds the record of the inspection draw (抽取记录) against itself, its round and what was inspected: it is drawn again. */
@Article(10)
final class DrawCheck {
    private final Optional<DrawRecord> record;
    private final Optional<Round> round;
    private final RoundKey key;
    private final Findings findings;

    DrawCheck(ContentReader content, RoundKey key, Findings findings) {
        this.record = content.draw(key);
        this.round = content.round(key);
        this.key = key;
        this.findings = findings;
    }

    /** What makes a record worthless: another result than the seed gives, a broken promise, other places. */
    void check() {
        record.ifPresent(drawn -> {
            if (!drawn.isReproduced()) {
                findings.error(file(), "用记录中的名册和种子重新抽取，结果与记录不同", "请换回抽取时写成的文件，不要手工修改");
            }
            if (!drawn.keepsCommitment()) {
                findings.error(file(), "记录中的种子不是抽取之前承诺的那一个", "种子的 SHA-256 应等于 commitment；请核对是否拿错了种子");
            }
            Set<PlaceCode> places = new TreeSet<>(
                    round.map(Round::places).orElseGet(() -> drawn.plan().places()));
            if (!places.equals(new TreeSet<>(drawn.plan().places()))) {
                findings.error(file(), "抽取的地区与 round.yaml 的 places 不同", "抽取记录应属于本轮；地区改动之后须重新公告、重新抽取");
            }
        });
    }

    /** What readers would stumble over: no promise beforehand, fewer inspectors than were drawn. */
    void inspected(List<ApprovedReport> reports) {
        record.ifPresent(drawn -> {
            if (drawn.commitment().isEmpty()) {
                findings.warning(file(), "抽取之前没有公布种子的承诺值", "没有承诺，外人无法确认种子不是看了结果才选的：抽取前用 draw-seed 生成并公告");
            }
            Map<PlaceCode, Integer> sizes = new TreeMap<>();
            drawn.result()
                    .teams()
                    .forEach(team -> team.places()
                            .forEach(place -> sizes.put(place, team.members().size())));
            for (ApprovedReport report : reports) {
                PlaceCode place = report.dossier().subject().place();
                int told = report.dossier().stages().inspection().team();
                // Experts who were not drawn may come along; a drawn inspector who did not come must be told.
                if (told < sizes.getOrDefault(place, told)) {
                    findings.warning(
                            Location.of(ContentPaths.stages(report.dossier().subject())),
                            "督学人数 " + told + " 少于抽取的 " + sizes.get(place) + " 人",
                            "请核对 inspection.team；临时缺席、更换的情况写进 method");
                }
            }
        });
    }

    private Location file() {
        return Location.of(ContentPaths.draw(key));
    }
}
