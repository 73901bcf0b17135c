package org.gongshi.evaluation.place;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** The register of places (行政区名录), by code. Immutable and thread-safe. */
@Article({2, 16})
public final class Places {
    private final Map<PlaceCode, Place> byCode;

    public Places(List<Place> places) {
        Map<PlaceCode, Place> map = new TreeMap<>();
        for (Place place : places) {
            Require.that(map.put(place.code(), place) == null, "place twice: ", place.code());
        }
        this.byCode = Collections.unmodifiableMap(map);
    }

    public Optional<Place> find(PlaceCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws IllegalArgumentException when the register has no such place */
    public Place get(PlaceCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such place: " + code));
    }

    /** All places in the order of their codes. */
    public List<Place> all() {
        return List.copyOf(byCode.values());
    }

    /** The places that the given one evaluates, in the order of their codes. */
    public List<Place> childrenOf(PlaceCode parent) {
        return byCode.values().stream()
                .filter(place -> place.parent().equals(Optional.of(parent)))
                .toList();
    }

    public boolean hasInvented() {
        return byCode.keySet().stream().anyMatch(PlaceCode::isInvented);
    }
}
