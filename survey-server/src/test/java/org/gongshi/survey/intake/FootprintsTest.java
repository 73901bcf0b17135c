package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongshi.evaluation.digest.Digest;
import org.junit.jupiter.api.Test;

class FootprintsTest {
    private final Random random = new Random(20260101);

    @Test
    void what_was_added_is_never_denied_and_hardly_anything_else_is_thought_there() {
        var footprints = new Footprints();
        List<Digest> added = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            Digest id = id(random.nextLong());
            footprints.add(id);
            footprints.add(id);
            added.add(id);
        }
        assertThat(added).allMatch(footprints::mayHold);
        long wrong =
                random.longs(5000).filter(bits -> footprints.mayHold(id(bits))).count();
        assertThat(wrong).isZero();
    }

    @Test
    void an_id_that_begins_with_zeros_is_like_any_other() {
        var footprints = new Footprints();
        assertThat(footprints.mayHold(id(0))).isFalse();
        footprints.add(id(0));
        assertThat(footprints.mayHold(id(0))).isTrue();
        assertThat(footprints.mayHold(id(1))).isFalse();
    }

    @Test
    void two_ids_with_the_same_beginning_are_left_to_the_table() {
        var footprints = new Footprints();
        footprints.add(new Digest("ab".repeat(32)));
        assertThat(footprints.mayHold(new Digest("ab".repeat(31) + "00"))).isTrue();
    }

    private static Digest id(long first) {
        return new Digest(String.format("%016x", first) + "0".repeat(48));
    }
}
