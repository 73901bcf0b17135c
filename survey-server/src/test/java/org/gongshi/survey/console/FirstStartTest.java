package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first administrator makes the own account in the browser, once, with what the server's own window told. */
class FirstStartTest {
    @TempDir
    Path folder;

    private OfficeHouse house;

    @BeforeEach
    void start() {
        house = OfficeHouse.open(folder);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private String secret() {
        return house.console().setup().orElseThrow().replaceFirst(".*key=", "");
    }

    private static Got make(Visitor visitor, String key, String password, String again) {
        return visitor.send(
                "POST",
                "/office/setup",
                form("key", key, "name", "first", "person", "管理员甲", "fresh", password, "again", again));
    }

    private static String form(String... fields) {
        return OfficeHouse.encode(fields);
    }

    @Test
    void the_first_account_is_made_with_the_secret_and_then_the_page_is_gone() {
        Visitor visitor = house.visitor();
        String key = secret();
        assertThat(visitor.get("/office/setup").header("Location")).isEqualTo("/office/sign-in");
        assertThat(make(visitor, "0".repeat(32), OfficeHouse.PASSWORD, OfficeHouse.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(house.office.accounts().all())
                .as("a wrong secret makes nothing")
                .isEmpty();

        assertThat(visitor.get("/office/setup?key=" + key).text()).contains("首次设置");
        assertThat(make(visitor, key, "short", "short").status()).isEqualTo(422);
        assertThat(make(visitor, key, OfficeHouse.PASSWORD, "other").text()).contains("两次输入的新口令不同");
        assertThat(house.office.accounts().all()).as("a fault makes nothing").isEmpty();

        assertThat(make(visitor, key, OfficeHouse.PASSWORD, OfficeHouse.PASSWORD)
                        .header("Location"))
                .isEqualTo("/office/sign-in");
        assertThat(house.office.accounts().all())
                .singleElement()
                .satisfies(one -> assertThat(one.role()).isEqualTo(Role.ADMIN));
        assertThat(house.office.accounts().verify("first", OfficeHouse.PASSWORD, ""))
                .isPresent();
        assertThat(house.console().setup()).isEmpty();
        assertThat(make(visitor, key, OfficeHouse.PASSWORD, OfficeHouse.PASSWORD)
                        .header("Location"))
                .isEqualTo("/office/sign-in");
        assertThat(house.office.accounts().all()).hasSize(1);
        assertThat(house.office.log().entries(0, 9))
                .anySatisfy(entry -> assertThat(entry.object()).contains("first"));
    }

    @Test
    void what_is_typed_into_the_first_page_comes_back_as_text_alone() {
        Visitor visitor = house.visitor();
        Got back = visitor.send(
                "POST",
                "/office/setup",
                form(
                        "key",
                        secret(),
                        "name",
                        "\"><script>window.ran=1</script>",
                        "person",
                        "\"><img src=x onerror=window.ran=1>",
                        "fresh",
                        OfficeHouse.PASSWORD,
                        "again",
                        OfficeHouse.PASSWORD));
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.text()).contains("window.ran=1").doesNotContain("<script>window", "<img");
        assertThat(house.office.accounts().all()).isEmpty();
    }

    @Test
    void a_plan_without_populations_is_not_locked_and_the_lock_is_the_rounds_own() throws IOException {
        Path populations = house.content.resolve("2025/990000/populations.csv");
        String filled = Files.readString(populations);
        Files.writeString(populations, filled.lines().findFirst().orElseThrow() + "\n");
        Visitor clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
        assertThat(clerk.get("/office").text()).contains("等待：填写调查总体人数");
        Got refused = clerk.post("/office/round/lock", "digest", digest(clerk), "sure", "yes");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("还没有填写调查总体");

        Files.writeString(populations, filled);
        // The one note of former versions, of another round: it locks nothing here.
        assertThat(house.office.note("plan.lock", Optional.empty(), Optional.of("2024/990000\nx")))
                .isTrue();
        clerk.get("/office");
        assertThat(clerk.post("/office/round/lock", "digest", digest(clerk), "sure", "yes")
                        .status())
                .isEqualTo(303);
        assertThat(house.office.note("plan.lock 2025/990000")).isPresent();
        assertThat(house.office.note("plan.lock")).as("of the other round").hasValue("2024/990000\nx");
    }

    private static String digest(Visitor clerk) {
        return clerk.get("/office").text().replaceFirst("(?s).*name=\"digest\" value=\"([^\"]*)\".*", "$1");
    }
}
