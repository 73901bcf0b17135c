package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All kinds of codes are printed in the console: a school's with the number of its people, rooms with their seats. */
class CodesPageTest {
    @TempDir
    static java.nio.file.Path folder;

    private static OfficeHouse house;
    private static Visitor clerk;

    @BeforeAll
    static void start() {
        house = OfficeHouse.open(folder);
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static Got mint(String kind, String count, String people, String seats, String format) {
        return clerk.post(
                "/office/codes",
                "kind",
                kind,
                "audience",
                "student",
                "place",
                "990100",
                "stage",
                "primary",
                "school",
                "第一小学",
                "count",
                count,
                "people",
                people,
                "seats",
                seats,
                "format",
                format);
    }

    @Test
    void a_schools_code_knows_for_how_many_it_is_meant() {
        assertThat(clerk.get("/office/codes").text()).contains("学校码发给多少人", "机房机位数");
        Got got = mint("school", "1", "420", "", "poster");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Disposition")).contains(".html");
        assertThat(house.round.record().rolls())
                .singleElement()
                .satisfies(roll ->
                        assertThat(roll.people()).as("rounded up to hundreds").isEqualTo(500));
        assertThat(house.office.log().entries(0, 200).toString()).contains("学校码 1 个，发给 420 人");
    }

    @Test
    void every_room_is_a_batch_of_its_own() {
        int before = house.round.batches().size();
        Got got = mint("room", "2", "", "30", "csv");
        assertThat(got.status()).isEqualTo(200);
        assertThat(house.round.batches()).hasSize(before + 2);
    }

    @Test
    void what_does_not_belong_to_the_kind_is_refused_with_a_reason() {
        int before = house.round.batches().size();
        assertThat(mint("slip", "5", "420", "", "csv").text()).contains("只用于学校码");
        assertThat(mint("school", "1", "viele", "", "csv").text()).contains("只用于学校码");
        assertThat(mint("room", "1", "", "", "csv").text()).contains("机房须写机位数");
        assertThat(mint("room", "1", "", "61", "csv").status()).isEqualTo(422);
        assertThat(mint("slip", "5", "", "30", "csv").text()).contains("其他种类不写");
        assertThat(mint("seat", "5", "", "", "csv").text()).contains("请选择种类");
        assertThat(house.round.batches()).hasSize(before);
    }
}
