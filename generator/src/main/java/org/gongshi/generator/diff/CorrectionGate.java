package org.gongshi.generator.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.site.Correction;

/**
 * No published number changes without a word (更正闸口): what differs from the release before must be explained in
 * {@code corrections.yaml}. A correction speaks of a page; a place's score or grade that changed must stand there as old and new,
 * one that is gone as taken back (撤回); what follows from the same cause (points, areas) need not be repeated.
 */
public final class CorrectionGate {
    private static final Set<String> HEADLINES = Set.of("score", "grade");

    private final Places places;
    private final List<Correction> corrections;

    public CorrectionGate(Places places, List<Correction> corrections) {
        this.places = places;
        this.corrections = List.copyOf(corrections);
    }

    /** A finding for each page whose changes nobody explained. */
    public List<Finding> check(SiteDiff diff) {
        Map<String, List<CellChange>> byPage = new LinkedHashMap<>();
        diff.cells()
                .forEach(cell -> byPage.computeIfAbsent(page(cell), page -> new ArrayList<>())
                        .add(cell));
        List<Finding> findings = new ArrayList<>();
        byPage.forEach((page, cells) -> unexplained(page, cells)
                .ifPresent(cell -> findings.add(Finding.error(
                        Location.of("corrections.yaml"),
                        page + " 的已公布数字变了，没有更正说明：" + cell.tableName() + " " + cell.row() + " " + cell.column() + " "
                                + shown(cell.old()) + " → " + shown(cell.now())
                                + (cells.size() == 1 ? "" : "（这一页共 " + cells.size() + " 处）"),
                        "请在 corrections.yaml 登记：page、old、new、reason 和批准文号 document；整个地区的结果撤回的，new 写“撤回”"))));
        return findings;
    }

    private Optional<CellChange> unexplained(String page, List<CellChange> cells) {
        List<Correction> about = corrections.stream()
                .filter(correction -> speaksOf(correction, page))
                .toList();
        if (about.isEmpty()) {
            return Optional.of(cells.get(0));
        }
        return cells.stream()
                .filter(cell -> cell.tableName().equals("grades") && HEADLINES.contains(cell.column()))
                .filter(cell -> about.stream().noneMatch(one -> explains(one, cell)))
                .findFirst();
    }

    private static boolean explains(Correction one, CellChange cell) {
        boolean gone = cell.now().isEmpty() && one.isWithdrawal();
        return gone || one.old().equals(cell.old()) && one.corrected().equals(cell.now());
    }

    private static boolean speaksOf(Correction correction, String page) {
        String file = correction.file();
        String folder = file.endsWith("index.html") ? file.substring(0, file.length() - "index.html".length()) : file;
        String slashed = folder.endsWith("/") ? folder : folder + "/";
        return slashed.startsWith(page);
    }

    /** The page of the place, or of the round where no single place is meant. */
    private String page(CellChange cell) {
        String code = cell.key().getOrDefault("place", "");
        return PlaceCode.isValid(code)
                ? places.find(new PlaceCode(code))
                        .map(place -> cell.roundFolder() + place.slug() + "/")
                        .orElse(cell.roundFolder())
                : cell.roundFolder();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "（无）" : value;
    }
}
