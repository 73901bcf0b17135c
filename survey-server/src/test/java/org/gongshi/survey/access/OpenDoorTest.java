package org.gongshi.survey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDoorTest {
    private static final Instant NOW = Instant.parse("2026-05-06T02:00:00Z");
    private static final String NONCE = "00112233445566778899aabbccddeeff";
    private static final String OTHER = "ff112233445566778899aabbccddeeff";
    private final OpenDoor door = Riddles.door(1);

    @Test
    void a_solved_riddle_opens_for_its_own_form_alone_and_for_half_a_day() {
        String proof = Riddles.solve(NONCE, door.challenge(NONCE, 8, NOW));
        assertThat(door.isSolved(NONCE, proof, NOW)).isTrue();
        assertThat(door.isSolved(NONCE, proof, NOW.plus(Duration.ofHours(12)))).isTrue();
        assertThat(door.isSolved(NONCE, proof, NOW.plus(Duration.ofHours(13)))).isFalse();
        assertThat(door.isSolved(NONCE, proof, NOW.minus(Duration.ofHours(13)))).isFalse();
        assertThat(door.isSolved(OTHER, proof, NOW)).as("another form").isFalse();
        assertThat(Riddles.door(2).isSolved(NONCE, proof, NOW))
                .as("another survey")
                .isFalse();
    }

    @Test
    void nobody_makes_a_riddle_easier_or_younger() {
        String challenge = door.challenge(NONCE, 16, NOW);
        String easier = Riddles.solve(NONCE, "4" + challenge.substring(2));
        assertThat(door.isSolved(NONCE, easier, NOW)).isFalse();
        assertThat(door.isSolved(NONCE, "16" + easier.substring(1), NOW)).isFalse();
        String[] parts = challenge.split("\\.");
        String younger = Riddles.solve(NONCE, "4." + (NOW.getEpochSecond() + 1) + "." + parts[2]);
        assertThat(door.isSolved(NONCE, younger, NOW)).isFalse();
        assertThatThrownBy(() -> door.challenge(NONCE, 3, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "17", "17.1.2.3", "99999999999999999999.1.0.0", "-1.0.0.0", "٤.١.٢.٣", "\u0000"})
    void what_is_no_proof_is_none(String text) {
        assertThat(door.isSolved(NONCE, text, NOW)).isFalse();
        assertThat(door.wait(NONCE, text, NOW)).isEmpty();
    }

    @Test
    void a_ticket_waits_until_its_moment_and_belongs_to_one_form() {
        String ticket = door.ticket(NONCE, NOW.plusSeconds(15));
        assertThat(door.wait(NONCE, ticket, NOW)).contains(Duration.ofSeconds(15));
        assertThat(door.wait(NONCE, ticket, NOW.plusSeconds(15))).contains(Duration.ZERO);
        assertThat(door.wait(OTHER, ticket, NOW.plusSeconds(15))).isEmpty();
        assertThat(door.wait(NONCE, ticket, NOW.plus(Duration.ofDays(1)))).isEmpty();
        String earlier = NOW.getEpochSecond() + ticket.substring(ticket.indexOf('.'));
        assertThat(door.wait(NONCE, earlier, NOW.plusSeconds(20))).isEmpty();
    }
}
