package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of code that the command makes is made at the console, too; and what is overdue is told there in time. */
class CodesPageTest {
    @TempDir
    Path folder;

    private static Got mint(Visitor clerk, String kind, String count, String format, String... more) {
        String[] fields = {
            "kind",
            kind,
            "audience",
            "student",
            "place",
            "990100",
            "stage",
            "junior",
            "school",
            "第一中学",
            "count",
            count,
            "format",
            format
        };
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return clerk.post("/office/codes", all);
    }

    @Test
    void slips_posters_of_a_school_and_rooms_with_seats() {
        try (OfficeHouse house = OfficeHouse.open(folder)) {
            Visitor clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
            assertThat(clerk.get("/office/codes").text()).contains("手机打不开", "学校码", "机房教师码");
            Got slips = mint(clerk, "slip", "3", "csv");
            assertThat(slips.status()).isEqualTo(200);
            assertThat(slips.text().lines()).hasSize(4);
            Got poster = mint(clerk, "school", "1", "poster", "people", "800");
            assertThat(poster.status()).as(poster.text()).isEqualTo(200);
            assertThat(poster.text()).contains("<svg").doesNotContain("第一中学");
            assertThat(poster.header("Content-Disposition")).contains(".html");
            Got rooms = mint(clerk, "teacher", "2", "csv", "seats", "40");
            assertThat(rooms.text().lines())
                    .as("a code for each room's teacher")
                    .hasSize(3);
            assertThat(rooms.text()).contains("/room/open#");
            assertThat(house.round.batches()).hasSizeGreaterThanOrEqualTo(3);
            Got seatless = mint(clerk, "teacher", "2", "csv");
            assertThat(seatless.status()).isEqualTo(422);
            assertThat(seatless.text()).contains("机房应填机位数");
            assertThat(mint(clerk, "seat", "2", "csv").text()).contains("请选择种类");
            assertThat(mint(clerk, "school", "1", "csv", "people", "many").text())
                    .contains("人数应为");
            assertThat(house.office.log().entries(0, 100).toString()).contains("2 个机房教师码", "1 个学校码");
        }
    }

    @Test
    void an_overdue_problem_is_told_on_the_first_page_and_on_the_board() {
        try (OfficeHouse house = OfficeHouse.open(folder)) {
            Visitor clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
            assertThat(clerk.get("/office").text()).doesNotContain("超过整改期限");
            house.clock.moveTo(Instant.parse("2027-01-04T02:00:00Z"));
            clerk.signIn("clerk", java.util.Optional.of(house.apps.get("clerk")));
            assertThat(clerk.get("/office").text()).contains("超过整改期限", "/office/problems");
            assertThat(clerk.get("/office/problems").text())
                    .contains("逾期", house.place("990100"))
                    .containsPattern("逾期 \\d+ 天");
        }
    }
}
