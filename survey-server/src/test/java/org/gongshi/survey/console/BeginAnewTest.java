package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.office.Session;
import org.gongshi.survey.round.RoundState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new office changes its plan in the browser and opens the survey there, without a command: the server begins anew by itself. */
class BeginAnewTest {
    private static final Instant DURING = Instant.parse("2025-03-10T04:00:00Z");

    @TempDir
    Path folder;

    private OfficeHouse house;
    private Visitor clerk;

    @BeforeEach
    void start() {
        house = OfficeHouse.open(folder);
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private void change(String file, String pattern, String with) throws IOException {
        Path path = house.content.resolve(file);
        String text = Files.readString(path);
        assertThat(text.replaceFirst(pattern, with)).isNotEqualTo(text);
        Files.writeString(path, text.replaceFirst(pattern, with));
    }

    private Got lock() {
        String digest = clerk.get("/office").text().replaceFirst("(?s).*name=\"digest\" value=\"([^\"]*)\".*", "$1");
        return clerk.post("/office/round/lock", "digest", digest, "sure", "yes");
    }

    @Test
    void a_plan_that_was_changed_since_the_start_is_locked_and_the_pages_are_made_anew() throws IOException {
        assertThat(clerk.get("/office").text()).doesNotContain("重新载入");
        change("2025/990000/survey-plan.yaml", "secondsPerItem: .*", "secondsPerItem: 3");
        assertThat(clerk.get("/office").text()).contains("各页还是原来的", "action=\"/office/round/reload\"");
        Got locked = lock();
        assertThat(locked.status()).isEqualTo(200);
        assertThat(locked.text()).contains("data-return=\"/office\"", "不用重新登录");
        house.clock.moveTo(DURING);
        clerk = house.visitor().signIn("clerk", Optional.of(house.apps.get("clerk")));
        assertThat(clerk.post("/office/round/open", "sure", "yes").text()).contains("正在载入新的内容");
        assertThat(house.round.state()).isEqualTo(RoundState.PREPARED);

        // What the server does then.
        house.round.showForms();

        assertThat(clerk.post("/office/round/open", "sure", "yes").status()).isEqualTo(303);
        assertThat(house.round.state()).isEqualTo(RoundState.OPEN);
        assertThat(clerk.post("/office/round/reload").status())
                .as("whoever is answering is not cut off")
                .isEqualTo(409);
        assertThat(clerk.get("/office").text()).contains("样本答卷不足 10 份", house.place("990100") + "家长小学");
    }

    @Test
    void a_plan_whose_days_are_over_is_not_locked() throws IOException {
        change("2025/990000/survey-plan.yaml", "opens: .*", "opens: 2025-01-06T08:00:00+08:00");
        change("2025/990000/survey-plan.yaml", "closes: .*", "closes: 2025-01-31T18:00:00+08:00");
        Got refused = lock();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("2025年1月31日 18:00 已过", "满意度调查方案");
    }

    @Test
    void who_was_signed_in_stays_signed_in_when_the_server_begins_anew_unless_the_password_changed() {
        Session session = ((Office.SignIn.In) signedIn()).session();
        Office again = Office.open(house.office.folder(), house.clock, new SecureRandom(), Office.Cost.LEAST)
                .after(house.office);
        try {
            assertThat(again.sessions().find(session.id())).isPresent();
            assertThat(again.person(session)).isPresent();
            again.accounts().reset("auditor");
            assertThat(again.person(session)).isEmpty();
        } finally {
            again.close();
        }
    }

    private Office.SignIn signedIn() {
        house.account("auditor", "审计", Role.AUDITOR);
        return house.office.signIn("auditor", OfficeHouse.PASSWORD, "", "127.0.0.1");
    }
}
