package org.gongshi.evaluation.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.WayCount;

/**
 * The ways in which the answers came in, held against the rows (作答方式审计): the ways of a row add up to its answer sheets, so that
 * a hidden number must not come back as the row less its other ways. Rounded numbers are intervals; what the row's number may
 * be is tried at every exact value, as everywhere.
 */
final class CollectedAudit {
    private final ReleasedResults results;
    private final BiConsumer<String, String> error;

    /** @param error is told what is wrong and how to mend it */
    CollectedAudit(ReleasedResults results, BiConsumer<String, String> error) {
        this.results = Objects.requireNonNull(results, "results");
        this.error = Objects.requireNonNull(error, "error");
    }

    void run() {
        for (Audience audience : Audience.values()) {
            for (AudienceResult.Mode mode : AudienceResult.Mode.values()) {
                List<WayCount> ways = results.collected().of(audience, mode);
                if (!ways.isEmpty()) {
                    judge(audience, mode, ways);
                }
            }
        }
    }

    private void judge(Audience audience, AudienceResult.Mode mode, List<WayCount> ways) {
        Optional<Long> row = results.results().stream()
                .filter(each -> each.place().equals(results.round().organizer())
                        && each.audience() == audience
                        && each.mode() == mode
                        && each.stage().isEmpty())
                .findFirst()
                .flatMap(AudienceResult::responded);
        List<Long> shown = ways.stream().flatMap(way -> way.sheets().stream()).toList();
        int hidden = ways.size() - shown.size();
        String name = audience.label() + " " + mode.label();
        if (row.isEmpty()) {
            if (!shown.isEmpty()) {
                error.accept(name + "：答卷数没有公布，却公布了作答方式的答卷数", "由 survey release 重新发布，不要手工改动");
            }
        } else if (!fits(row.get(), shown, hidden)) {
            error.accept(name + "：各作答方式的答卷数与合计不符", "由 survey release 重新发布，不要手工改动");
        } else if (hidden > 0 && !shown.isEmpty() && !isOpen(row.get(), shown, hidden)) {
            error.accept(name + "：合计减去已公布的作答方式即可推出没有公布的答卷数", "由 survey release 重新发布，不要手工改动");
        }
    }

    /** Whether the ways can add up to the row: every number moves by two at most, and a hidden way holds one sheet at least. */
    private static boolean fits(long row, List<Long> shown, int hidden) {
        if (shown.size() == 1 && hidden == 0) {
            return shown.get(0) == row;
        }
        long sum = shown.stream().mapToLong(Long::longValue).sum();
        long most = row + WayRoom.ROUNDING - sum + (long) WayRoom.ROUNDING * shown.size();
        long least = row - WayRoom.ROUNDING - sum - (long) WayRoom.ROUNDING * shown.size();
        return hidden == 0 ? least <= 0 && most >= 0 : most >= hidden;
    }

    private static boolean isOpen(long row, List<Long> shown, int hidden) {
        long sum = shown.stream().mapToLong(Long::longValue).sum();
        long most = row + WayRoom.ROUNDING - sum + (long) WayRoom.ROUNDING * shown.size();
        return hidden > 1 && WayRoom.isEnough(most, hidden);
    }
}
