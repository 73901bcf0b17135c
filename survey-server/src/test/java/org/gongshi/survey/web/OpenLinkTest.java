package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.access.Riddles;
import org.gongshi.survey.intake.Submission.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an answer by the open link costs: a riddle, or a wait; with neither only a few, and flagged. */
class OpenLinkTest {
    private static final OpenLinkRules RULES =
            new OpenLinkRules(8, 4, 10, Duration.ofSeconds(15), Duration.ofSeconds(5), 2, Duration.ofSeconds(100));

    /** Goes on when it is told to. */
    private static final class Watch extends Clock {
        private volatile Instant now = Instant.parse("2026-05-06T02:00:00Z");

        void forward(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Watch watch = new Watch();
    private final House house = House.guarded(Riddles.door(1), RULES, watch);
    private final Client client = new Client(house);

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void a_program_that_solves_its_riddle_passes_and_a_replay_is_a_retry() {
        for (int form = 0; form < 5; form++) {
            String nonce = nonce(form);
            String proof = Riddles.solve(nonce, challenge(nonce));
            assertThat(client.json(body(nonce, proof)).status()).isEqualTo(201);
            assertThat(client.json(body(nonce, proof)).status()).isEqualTo(200);
            assertThat(client.json(body(nonce(100 + form), proof)).status())
                    .as("the same proof for another form")
                    .isEqualTo(form < 2 ? 201 : 422);
        }
        assertThat(house.intake.kept()).hasSize(7);
        assertThat(house.intake.kept())
                .filteredOn(kept -> kept.entry() == Entry.UNPROVEN)
                .hasSize(2);
    }

    @Test
    void a_patient_robot_without_riddle_or_wait_is_flagged_and_soon_refused_and_codes_pass_meanwhile() {
        int kept = 0;
        for (int form = 0; form < 50; form++) {
            // A minute for every form, as a person takes it.
            watch.forward(60);
            Client.Got got = client.json(body(nonce(form), null));
            kept += got.status() == 201 ? 1 : 0;
            if (got.status() != 201) {
                assertThat(got.status()).isEqualTo(422);
                assertThat(got.faulty()).containsExactly("proof");
            }
            String code = house.intake.issue(Audience.PUBLIC, form);
            var sent = client.submission(Audience.PUBLIC, nonce(1000 + form))
                    .put("code", code)
                    .put("answers", Client.answers("P01", Json.of(5)));
            assertThat(client.json(Client.text(sent)).status()).isEqualTo(201);
        }
        assertThat(kept).isBetween(30, 33);
        assertThat(house.intake.kept())
                .filteredOn(sheet -> sheet.code().isEmpty())
                .hasSize(kept)
                .allMatch(sheet -> sheet.entry() == Entry.UNPROVEN);
    }

    @Test
    void riddles_grow_harder_in_a_crowd_and_easier_after_it() {
        for (int form = 0; form < 4; form++) {
            assertThat(challenge(nonce(form))).startsWith("8.");
        }
        assertThat(challenge(nonce(5))).startsWith("9.");
        for (int form = 0; form < 20; form++) {
            challenge(nonce(10 + form));
        }
        assertThat(challenge(nonce(50))).startsWith("10.");
        watch.forward(120);
        assertThat(challenge(nonce(51))).startsWith("8.");
    }

    @Test
    void a_form_without_a_script_is_sent_after_its_wait_and_loses_nothing() {
        Client.Got review = client.form("public", fields(nonce(1), "step", "review"));
        String ticket = ticket(review.text());
        Client.Got early = client.form("public", fields(nonce(1), "ticket", ticket, "step", "send"));
        assertThat(early.status()).isEqualTo(200);
        assertThat(early.text()).contains("请再等 15 秒", "after-15", "name=\"answers.P01\" value=\"4\"", ticket);
        watch.forward(16);
        assertThat(client.form("public", fields(nonce(2), "ticket", ticket, "step", "review"))
                        .text())
                .as("a ticket of another form")
                .doesNotContain(ticket);
        assertThat(client.form("public", fields(nonce(1), "ticket", ticket, "step", "send"))
                        .status())
                .isEqualTo(303);
        assertThat(house.intake.last().entry()).isEqualTo(Entry.RESPONDENT);
    }

    @Test
    void waits_are_handed_out_one_behind_the_other_until_the_queue_is_long() {
        long last = 0;
        int forms = 0;
        Client.Got review = client.form("public", fields(nonce(forms), "step", "review"));
        while (review.status() == 200) {
            long from = Long.parseLong(ticket(review.text()).split("\\.")[0]);
            assertThat(from).isGreaterThanOrEqualTo(last + (last == 0 ? 0 : 5));
            last = from;
            review = client.form("public", fields(nonce(++forms), "step", "review"));
        }
        assertThat(review.status()).isEqualTo(503);
        assertThat(review.text()).contains("name=\"answers.P01\" value=\"4\" checked");
        assertThat(TimeUnit.SECONDS.toMinutes(last - watch.instant().getEpochSecond()))
                .isEqualTo(10);
    }

    private String challenge(String nonce) {
        Client.Got got = client.send(
                "POST",
                "/api/v1/challenges",
                ("{\"nonce\":\"" + nonce + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                Client.JSON);
        assertThat(got.status()).isEqualTo(200);
        return ((Json.Str) got.json().fields().get("challenge")).value();
    }

    private String body(String nonce, String proof) {
        var body = client.submission(Audience.PUBLIC, nonce)
                .put("place", "990100")
                .put("answers", Client.answers("P01", Json.of(5)));
        if (proof != null) {
            body.put("proof", proof);
        }
        return Client.text(body);
    }

    private String fields(String nonce, String... more) {
        String digest = house.questionnaires.get(Audience.PUBLIC).digest().toString();
        return Client.encode(
                        "nonce", nonce, "questionnaire", digest, "way", "open", "place", "990100", "answers.P01", "4")
                + "&" + Client.encode(more);
    }

    private static String ticket(String page) {
        Matcher ticket = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"").matcher(page);
        assertThat(ticket.find()).isTrue();
        return ticket.group(1);
    }

    private static String nonce(int number) {
        return String.format("%032x", number);
    }
}
