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

    /** @param counted answer sheets that count, by audience and way */
    List<WayCount> publish(Map<Audience, Map<Way, Long>> counted) {
        List<WayCount> found = new ArrayList<>();
        counted.forEach((audience, ways) -> {
            for (AudienceResult.Mode mode : AudienceResult.Mode.values()) {
                Map<Way, Long> own = new EnumMap<>(Way.class);
                own.putAll(ways);
                own.keySet().removeIf(way -> way.rows() != mode);
                found.addAll(publish(audience, own, responded(audience, mode)));
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
    private List<WayCount> publish(Audience audience, Map<Way, Long> own, Optional<Long> row) {
        Set<Way> hidden = row.isEmpty() ? own.keySet() : WayRoom.hidden(own, hide);
        List<WayCount> counts = new ArrayList<>();
        own.forEach((way, sheets) -> {
            Optional<Long> shown = own.size() == 1 ? row : Optional.of(Bands.toFive(sheets));
            counts.add(new WayCount(audience, way, hidden.contains(way) ? Optional.empty() : shown));
        });
        return counts;
    }
}
