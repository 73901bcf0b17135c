package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.disclosure.WayRoom;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.evaluation.satisfaction.WayCount;

/** How the answers of the whole area came in, as it may be published (各作答方式的答卷数). */
final class Ways {
    private final PlaceCode organizer;
    private final List<AudienceResult> rows;
    private final long hide;

    /**
     * @param rows as they are published
     * @param hide fewest sheets that are told
     */
    Ways(PlaceCode organizer, List<AudienceResult> rows, long hide) {
        this.organizer = organizer;
        this.rows = List.copyOf(rows);
        this.hide = hide;
    }

    /**
     * The ways in which somebody answered.
     *
     * @param counted answer sheets that count, by audience and way
     * @param doubted those of them that bear a flag
     */
    List<WayCount> publish(Map<Audience, Map<Way, Long>> counted, Map<Audience, Map<Way, Long>> doubted) {
        List<WayCount> found = new ArrayList<>();
        counted.forEach((audience, ways) -> {
            for (AudienceResult.Mode mode : AudienceResult.Mode.values()) {
                Map<Way, Long> own = new EnumMap<>(Way.class);
                own.putAll(ways);
                own.keySet().removeIf(way -> way.rows() != mode);
                found.addAll(publish(audience, own, responded(audience, mode), doubted.get(audience)));
            }
        });
        return List.copyOf(found);
    }

    private Optional<Long> responded(Audience audience, AudienceResult.Mode mode) {
        return rows.stream()
                .filter(row -> row.place().equals(organizer)
                        && row.audience() == audience
                        && row.mode() == mode
                        && row.stage().isEmpty())
                .findFirst()
                .flatMap(AudienceResult::responded);
    }

    /** The ways of one row: nothing where its own number is hidden, exactly its number where it has one way. */
    private List<WayCount> publish(Audience audience, Map<Way, Long> own, Optional<Long> row, Map<Way, Long> doubted) {
        Set<Way> hidden = row.isEmpty() ? own.keySet() : WayRoom.hidden(own, hide);
        List<WayCount> counts = new ArrayList<>();
        own.forEach((way, sheets) -> {
            Optional<Long> shown = own.size() == 1 ? row : Optional.of(Bands.toFive(sheets));
            counts.add(
                    hidden.contains(way)
                            ? new WayCount(audience, way, Optional.empty())
                            : new WayCount(audience, way, shown, doubted(way, sheets, doubted.getOrDefault(way, 0L))));
        });
        return counts;
    }

    /** The doubted of volunteers; those of the sample stand beside its index, by the flags that the plan names. */
    private Optional<Long> doubted(Way way, long sheets, long doubted) {
        boolean few = doubted > 0 && doubted < hide || doubted < sheets && sheets - doubted < hide;
        return way.assurance().isOfTheSample() || few ? Optional.empty() : Optional.of(Bands.toFive(doubted));
    }
}
