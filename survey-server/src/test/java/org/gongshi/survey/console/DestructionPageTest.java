package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.round.RoundState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The raw rows are destroyed by two people in the console; the office goes on without them, now and at every later start. */
class DestructionPageTest {
    @TempDir
    java.nio.file.Path folder;

    private OfficeHouse house;
    private Visitor clerk;
    private Visitor reviewer;

    @BeforeEach
    void start() {
        house = OfficeHouse.open(folder);
        house.account("clerk", "经办甲", Role.CLERK);
        house.account("reviewer", "复核乙", Role.REVIEWER);
        house.account("auditor", "审计", Role.AUDITOR);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private Visitor in(String name) {
        Visitor visitor = house.visitor().signIn(name, Optional.ofNullable(house.apps.get(name)));
        visitor.get("/office/destruction");
        return visitor;
    }

    private Got propose(String days) {
        return clerk.post("/office/destruction/propose", "days", days, "sure", "yes");
    }

    private void release() {
        house.round.open();
        house.round.closeSurvey();
        house.round.markReleased();
    }

    @Test
    void two_people_destroy_when_the_days_are_over_and_the_office_goes_on() throws IOException {
        clerk = in("clerk");
        assertThat(propose("365").text()).contains("结果发布之后才能销毁");
        release();
        assertThat(propose("365").text()).contains("保存期限未到");
        assertThat(propose("7").text()).contains("至少 30");
        house.clock.move(Duration.ofDays(400));
        clerk = in("clerk");
        assertThat(propose("365").status()).isEqualTo(303);
        assertThat(clerk.post("/office/destruction/confirm", "sure", "yes").status())
                .as("the first of two may not be the second")
                .isEqualTo(403);
        reviewer = in("reviewer");
        assertThat(reviewer.get("/office/destruction").text()).contains("经办甲于", "保存 365 天期满");
        assertThat(reviewer.post("/office/destruction/confirm").status())
                .as("unsure")
                .isEqualTo(409);
        assertThat(house.files.folder().answers()).exists();

        assertThat(reviewer.post("/office/destruction/confirm", "sure", "yes").status())
                .isEqualTo(303);

        assertThat(house.files.folder().answers()).doesNotExist();
        assertThat(house.files.rowKey()).doesNotExist();
        byte[] proof = reviewer.get("/office/destruction/proof").response().body();
        assertThat(new String(proof, java.nio.charset.StandardCharsets.UTF_8))
                .contains("gongshi-destruction-1", "经办甲", "复核乙", "\"opened\"");
        assertThat(in("auditor").get("/office/destruction").text())
                .contains("原始答卷已经销毁", Digest.of(proof).toString());
        assertThat(house.office.log().entries(0, 200).toString())
                .contains("提请销毁原始答卷，保存 365 天", "证明 " + Digest.of(proof));
        everythingElseGoesOn();
    }

    private void everythingElseGoesOn() {
        for (String name : new String[] {"clerk", "reviewer"}) {
            Visitor visitor = in(name);
            for (String page : new String[] {
                "/office", "/office/progress", "/office/codes", "/office/quality", "/office/clues", "/office/calendar"
            }) {
                assertThat(visitor.get(page).status()).as(page).isEqualTo(200);
            }
        }
        assertThat(house.visitor().get("/").status()).isEqualTo(200);
        assertThat(house.visitor().get("/api/v1/receipts/00").status())
                .as("gone, not: not yet")
                .isEqualTo(410);
        Got list = house.visitor().get("/receipts");
        assertThat(list.status()).isEqualTo(410);
        assertThat(list.text()).contains("回执清单已经销毁", "manifest.json");
        house.close();
        house = OfficeHouse.open(folder);
        assertThat(house.round.isGone()).isTrue();
        assertThat(house.round.state()).isEqualTo(RoundState.RELEASED);
        house.clock.move(Duration.ofDays(401));
        Visitor visitor = house.visitor().signIn("auditor", Optional.empty());
        assertThat(visitor.get("/office").status()).isEqualTo(200);
        assertThat(visitor.get("/office/destruction").text()).contains("原始答卷已经销毁");
        assertThat(visitor.get("/office/quality").status()).isEqualTo(200);
    }

    @Test
    void a_proposal_is_taken_back_and_the_same_person_under_two_names_does_not_count_as_two() {
        release();
        house.clock.move(Duration.ofDays(40));
        house.account("other", "经办甲", Role.REVIEWER);
        clerk = in("clerk");
        assertThat(propose("30").status()).isEqualTo(303);
        Visitor same = in("other");
        assertThat(same.post("/office/destruction/confirm", "sure", "yes").text())
                .contains("须由另一个人");
        assertThat(clerk.post("/office/destruction/withdraw").status()).isEqualTo(303);
        assertThat(in("reviewer")
                        .post("/office/destruction/confirm", "sure", "yes")
                        .text())
                .contains("没有等待复核");
        assertThat(Files.exists(house.files.folder().answers())).isTrue();
    }
}
