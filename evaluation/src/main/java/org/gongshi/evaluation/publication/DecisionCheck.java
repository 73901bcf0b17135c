package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.round.Bodies;

/**
 * Holds decisions against article 13 (决定核对): review, then approval, then publication, each by its body and each on exactly what
 * lies in the folder now.
 */
@Article(13)
final class DecisionCheck {
    private final DossierSource source;
    private final Basis basis;
    private final Findings findings;

    DecisionCheck(DossierSource source, Basis basis, Findings findings) {
        this.source = source;
        this.basis = basis;
        this.findings = findings;
    }

    /** Everything that is wrong with the decisions that are there. What is missing is no fault here. */
    Map<DecisionKind, Decision> check() {
        Map<DecisionKind, Decision> byKind = new EnumMap<>(DecisionKind.class);
        List<Decision> decisions = source.dossier().decisions();
        LocalDate earliest = source.dossier().report().drawnUp();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            String path = "decisions[" + i + "].";
            order(DecisionKind.of(decision), path, byKind);
            body(decision, path);
            earliest = dates(decision, path, earliest);
            digest(decision, path);
            byKind.putIfAbsent(DecisionKind.of(decision), decision);
        }
        return byKind;
    }

    /** Reports what a published place must have and this one has not. */
    void requireApproval() {
        Set<DecisionKind> present = Set.copyOf(
                source.dossier().decisions().stream().map(DecisionKind::of).toList());
        for (DecisionKind kind : List.of(DecisionKind.REVIEW, DecisionKind.APPROVAL)) {
            if (!present.contains(kind)) {
                findings.error(
                        source.decisions().at("decisions"),
                        "要公布的地区 " + source.dossier().subject().place() + " 没有" + kind.label(),
                        "第十三条：经审定和批准后公开发布；决定用 ./gongshi decide 登记，或从 round.yaml 的 publication 中去掉这个地区");
            }
        }
    }

    private void order(DecisionKind kind, String path, Map<DecisionKind, Decision> before) {
        if (before.containsKey(kind)) {
            findings.error(at(path + "kind"), kind.label() + "重复", "每种决定只有一份；失效的请删去");
        }
        for (DecisionKind other : DecisionKind.values()) {
            if (other.compareTo(kind) > 0 && before.containsKey(other)) {
                findings.error(at(path + "kind"), kind.label() + "写在" + other.label() + "之后", "顺序为审定、批准、发布");
            }
            boolean needed = other.compareTo(kind) < 0 && other != DecisionKind.PUBLICATION;
            if (needed && !before.containsKey(other)) {
                findings.error(at(path + "kind"), kind.label() + "之前没有" + other.label(), "顺序为审定、批准、发布");
            }
        }
    }

    private void body(Decision decision, String path) {
        Bodies bodies = basis.round().bodies();
        DecisionKind kind = DecisionKind.of(decision);
        if (!allowed(kind, bodies).contains(decision.body())) {
            findings.error(
                    at(path + "body"),
                    "“" + decision.body() + "”不是 round.yaml 所定的" + kind.label() + "机关",
                    "应为" + String.join("或", allowed(kind, bodies)));
        }
    }

    /** The bodies that may decide; the order to publish may come from any of the three. */
    static List<String> allowed(DecisionKind kind, Bodies bodies) {
        return switch (kind) {
            case REVIEW -> List.of(bodies.review());
            case APPROVAL -> List.of(bodies.approval());
            case PUBLICATION -> List.of(bodies.office(), bodies.review(), bodies.approval());
        };
    }

    private LocalDate dates(Decision decision, String path, LocalDate earliest) {
        DecisionKind kind = DecisionKind.of(decision);
        if (decision.date().isBefore(earliest)) {
            findings.error(
                    at(path + "date"),
                    kind.label() + "日期 " + decision.date() + " 早于前一步（" + earliest + "）",
                    "报告形成、审定、批准、发布依次进行");
        }
        // An order to publish may lie ahead; a review or an approval is something that happened.
        if (kind != DecisionKind.PUBLICATION && decision.date().isAfter(basis.asOf())) {
            findings.error(
                    at(path + "date"),
                    kind.label() + "日期 " + decision.date() + " 晚于截至日期 " + basis.asOf(),
                    "请核对日期，或更新 site.yaml 的 asOf");
        }
        return decision.date().isAfter(earliest) ? decision.date() : earliest;
    }

    private void digest(Decision decision, String path) {
        if (!decision.digest().equals(source.dossier().inputs())) {
            findings.error(
                    at(path + "digest"),
                    DecisionKind.of(decision).label() + "后被修改：现在的内容不是决定（" + decision.document() + "）所依据的内容",
                    "请恢复原来的内容，或重新报请审定和批准");
        }
    }

    /** The day from which a place may be published: neither before the round's date nor before its own order. */
    static Optional<LocalDate> day(Basis basis, Map<DecisionKind, Decision> decisions) {
        return basis.round()
                .release()
                .map(release -> Optional.ofNullable(decisions.get(DecisionKind.PUBLICATION))
                        .map(Decision::date)
                        .filter(date -> date.isAfter(release.date()))
                        .orElse(release.date()));
    }

    private Location at(String field) {
        return source.decisions().at(field);
    }
}
