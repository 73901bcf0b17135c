package org.gongshi.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.satisfaction.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayRoomTest {
    private static final Set<Way> SAMPLE = EnumSet.of(Way.CODE, Way.PAPER, Way.ROOM);

    @ParameterizedTest
    @CsvSource({
        "1000, 0, 0, ''",
        "1000, 3, 0, CODE PAPER",
        "1000, 3, 50, PAPER ROOM",
        "1000, 10, 50, ''",
        "1000, 3, 4, CODE PAPER ROOM",
        "1000, 9, 10, PAPER ROOM",
        "1000, 1, 10, CODE PAPER ROOM",
        "9, 8, 0, CODE PAPER",
    })
    void few_sheets_of_one_way_take_the_next_smallest_with_them(long code, long paper, long room, String hidden) {
        assertThat(WayRoom.hidden(sheets(code, paper, room), 10).stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(hidden);
    }

    /** Somebody who knows the row's sheets exactly, and all shown ways to their rounding. */
    @Test
    void nobody_who_knows_the_row_learns_a_hidden_way() {
        var random = new Random(7);
        int careless = 0;
        for (int round = 0; round < 2_000; round++) {
            Map<Way, Long> sheets =
                    sheets(random.nextInt(2_000), random.nextInt(30), random.nextInt(round % 2 == 0 ? 30 : 400));
            long row = sheets.values().stream().mapToLong(Long::longValue).sum();
            Set<Way> hidden = WayRoom.hidden(sheets, 10);
            if (hidden.size() < sheets.size()) {
                hidden.forEach(way -> assertThat(width(row, sheets, hidden, way))
                        .as("%s of %s", way, sheets)
                        .isGreaterThanOrEqualTo(Room.PERSONS));
            }
            Set<Way> few = sheets.keySet().stream()
                    .filter(way -> sheets.get(way) < 10)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
            careless += few.stream().anyMatch(way -> width(row, sheets, few, way) < Room.PERSONS) ? 1 : 0;
        }
        assertThat(careless)
                .as("rounds in which hiding the few alone gives them away")
                .isGreaterThan(500);
    }

    /** From the least to the most that the way can hold. */
    private static long width(long row, Map<Way, Long> sheets, Set<Way> hidden, Way way) {
        long least = row;
        long most = row;
        for (Map.Entry<Way, Long> entry : sheets.entrySet()) {
            if (!hidden.contains(entry.getKey())) {
                long shown = Math.round(entry.getValue() / 5.0) * 5;
                least -= shown + WayRoom.ROUNDING;
                most -= shown - WayRoom.ROUNDING;
            }
        }
        long others = hidden.size() - 1L;
        long high = most - others;
        long low = others == 0 ? Math.max(1, least) : 1;
        return high - low;
    }

    private static Map<Way, Long> sheets(long code, long paper, long room) {
        Map<Way, Long> sheets = new EnumMap<>(Map.of(Way.CODE, code, Way.PAPER, paper, Way.ROOM, room));
        assertThat(sheets.keySet()).isEqualTo(SAMPLE);
        sheets.values().removeIf(n -> n == 0);
        return sheets;
    }
}
