package org.gongshi.evaluation.satisfaction;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Require;

/**
 * How the answers of a release came in (回收情况).
 *
 * @param ways by audience, then by way; a way in which nobody answered is not there
 * @param receipts empty where the answers lie in no store, and for releases of older formats
 */
public record Collected(List<WayCount> ways, Optional<Receipts> receipts) {
    /** Of a release that does not tell. */
    public static final Collected NONE = new Collected(List.of(), Optional.empty());

    public Collected {
        ways = List.copyOf(ways);
        Objects.requireNonNull(receipts, "receipts");
        Set<String> seen = new HashSet<>();
        ways.forEach(count ->
                Require.that(seen.add(count.audience().key() + " " + count.way().key()), "a way twice: " + count));
    }

    /** The ways of one audience whose answers stand in rows of one kind. */
    public List<WayCount> of(Audience audience, AudienceResult.Mode rows) {
        return ways.stream()
                .filter(count -> count.audience() == audience && count.way().rows() == rows)
                .toList();
    }
}
