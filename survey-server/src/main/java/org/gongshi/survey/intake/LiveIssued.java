package org.gongshi.survey.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.store.CodeRow;
import org.gongshi.survey.store.IssuedCodes;

/**
 * Codes given out and used (发码与用码), in memory alone: asked from the table once and then kept in step, so that looking at
 * the progress costs nothing. Belongs to the writer's thread.
 */
public final class LiveIssued {
    private Optional<Map<Stratum, IssuedCodes>> known = Optional.empty();

    /** By stratum, in order; asks only when they are not known. */
    public List<IssuedCodes> or(Supplier<List<IssuedCodes>> table) {
        if (known.isEmpty()) {
            Map<Stratum, IssuedCodes> asked = new TreeMap<>();
            table.get().forEach(issued -> asked.put(issued.stratum(), issued));
            known = Optional.of(asked);
        }
        return List.copyOf(known.get().values());
    }

    /** Codes were printed or withdrawn, or a batch was lost: the table is asked anew. */
    public void forget() {
        known = Optional.empty();
    }

    void spent(CodeRow row) {
        boolean counts = row.kind() == CodeKind.SLIP || row.kind() == CodeKind.SEAT;
        known.filter(all -> counts)
                .ifPresent(all -> all.computeIfPresent(
                        row.stratum(),
                        (stratum, issued) -> new IssuedCodes(stratum, issued.invited(), issued.spent() + 1)));
    }
}
