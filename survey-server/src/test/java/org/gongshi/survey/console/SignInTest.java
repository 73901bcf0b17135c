package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Authenticator;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in through real HTTP: cookies, first steps, answers that tell nothing. */
class SignInTest {
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

    @Test
    void the_first_sign_in_leads_to_the_password_and_then_to_the_second_factor() {
        String first = house.office.add("wang", "王某", Role.CLERK, Optional.empty());
        Visitor visitor = house.visitor();
        visitor.get("/office/sign-in");
        assertThat(visitor.post("/office/sign-in", "name", "wang", "password", first, "code", "")
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/office").header("Location")).isEqualTo("/office/self/password");
        assertThat(visitor.get("/office/progress").header("Location")).isEqualTo("/office/self/password");
        assertThat(visitor.get("/office/self/password").text()).contains("首次登录");
        assertThat(visitor.post("/office/self/password", "old", first, "fresh", "short", "again", "short")
                        .status())
                .isEqualTo(422);
        String fresh = OfficeHouse.PASSWORD;
        assertThat(visitor.post("/office/self/password", "old", first, "fresh", fresh, "again", fresh)
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/office").header("Location")).isEqualTo("/office/self/factor");
        Got page = visitor.get("/office/self/factor");
        Matcher secret = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<").matcher(page.text());
        assertThat(secret.find()).isTrue();
        assertThat(page.text()).contains("<path d=\"M");
        assertThat(visitor.get("/office/self/factor").text())
                .as("loaded again, it is the secret that was scanned")
                .contains(secret.group(1));
        assertThat(visitor.post("/office/self/factor", "code", "000000").status())
                .isEqualTo(422);
        String code = new Authenticator(secret.group(1)).code(house.clock.instant());
        assertThat(visitor.post("/office/self/factor", "code", code).status()).isEqualTo(303);
        String codes = visitor.get("/office/self/factor").text();
        assertThat(codes).contains("恢复码").containsPattern("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(visitor.get("/office").status()).isEqualTo(200);
        assertThat(visitor.get("/office/self/factor").text())
                .as("recovery codes are shown once")
                .contains("还剩 10 个");
    }

    @Test
    void another_device_takes_the_place_of_the_first_only_with_password_and_a_former_code() {
        Optional<Authenticator> app = house.account("zhao", "赵某", Role.REVIEWER);
        Visitor visitor = house.visitor().signIn("zhao", app);
        Got page = visitor.get("/office/self/factor");
        assertThat(page.text()).contains("原来的验证码", "name=\"password\"");
        Matcher secret = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<").matcher(page.text());
        assertThat(secret.find()).isTrue();
        var fresh = new Authenticator(secret.group(1));
        house.clock.move(Duration.ofMinutes(2));
        String code = fresh.code(house.clock.instant());
        String old = app.orElseThrow().code(house.clock.instant());
        assertThat(visitor.post("/office/self/factor", "code", code).status())
                .as("a screen left open is not enough")
                .isEqualTo(422);
        assertThat(visitor.post("/office/self/factor", "code", code, "password", "wrong password", "old", old)
                        .text())
                .contains("口令或原来的验证码不正确");
        assertThat(visitor.post("/office/self/factor", "code", code, "password", OfficeHouse.PASSWORD, "old", code)
                        .status())
                .as("a code of the new device is none of the former")
                .isEqualTo(422);
        assertThat(visitor.post("/office/self/factor", "code", code, "password", OfficeHouse.PASSWORD, "old", old)
                        .status())
                .isEqualTo(303);
        house.clock.move(Duration.ofMinutes(2));
        assertThat(house.visitor()
                        .signIn("zhao", Optional.of(fresh))
                        .get("/office")
                        .status())
                .isEqualTo(200);
        assertThat(house.office.log().entries(0, 500).toString()).contains("更换验证器：口令或原验证码不正确");
    }

    @Test
    void whatever_is_wrong_the_answer_has_the_same_shape() {
        Optional<Authenticator> app = house.account("li", "李某", Role.REVIEWER);
        List<String[]> wrong = List.of(
                new String[] {"nobody", OfficeHouse.PASSWORD, "123456"},
                new String[] {"li", "another password", "123456"},
                new String[] {"li", OfficeHouse.PASSWORD, "000000"},
                new String[] {"li", OfficeHouse.PASSWORD, ""},
                new String[] {"li", "", ""},
                new String[] {"", "", ""});
        String shape = "";
        for (String[] one : wrong) {
            house.clock.move(Duration.ofMinutes(5));
            Visitor visitor = house.visitor();
            visitor.get("/office/sign-in");
            Got got = visitor.post("/office/sign-in", "name", one[0], "password", one[1], "code", one[2]);
            assertThat(got.status()).isEqualTo(422);
            String text = got.text()
                    .replaceAll("name=\"token\" value=\"[0-9a-f]+\"", "")
                    .replaceAll("name=\"name\" value=\"[a-z]*\"", "");
            assertThat(text).contains("账号、口令或验证码不正确");
            assertThat(shape.isEmpty() || shape.equals(text)).isTrue();
            shape = text;
        }
        assertThat(app).isPresent();
    }

    @Test
    void a_reset_from_the_command_line_ends_the_sessions_of_that_account_alone() {
        Optional<Authenticator> app = house.account("li", "李某", Role.REVIEWER);
        Visitor li = house.visitor().signIn("li", app);
        Visitor zhou = house.visitor().signIn("zhou", house.account("zhou", "周某", Role.AUDITOR));
        String said = house.survey("accounts", "reset", "li");
        assertThat(li.get("/office/self").header("Location")).isEqualTo("/office/sign-in");
        assertThat(zhou.get("/office/self").status()).isEqualTo(200);
        Matcher first = Pattern.compile("[a-z2-9]{4}(-[a-z2-9]{4})+").matcher(said);
        assertThat(first.find()).as(said).isTrue();
        Visitor again = house.visitor();
        again.get("/office/sign-in");
        assertThat(again.post("/office/sign-in", "name", "li", "password", first.group(), "code", "")
                        .status())
                .isEqualTo(303);
        assertThat(again.get("/office").header("Location")).isEqualTo("/office/self/password");
        assertThat(house.office.log().entries(0, 100).toString()).contains("重置 li");
    }

    @Test
    void a_new_password_and_a_disabling_end_the_other_sessions_the_own_one_goes_on() {
        house.account("zhou", "周某", Role.AUDITOR);
        Visitor own = house.visitor().signIn("zhou", Optional.empty());
        Visitor other = house.visitor().signIn("zhou", Optional.empty());
        String fresh = "另外 一句 更长的 口令 2027";
        own.get("/office/self/password");
        assertThat(own.post("/office/self/password", "old", OfficeHouse.PASSWORD, "fresh", fresh, "again", fresh)
                        .status())
                .isEqualTo(303);
        assertThat(own.get("/office/self").status()).isEqualTo(200);
        assertThat(other.get("/office/self").header("Location")).isEqualTo("/office/sign-in");
        house.office.accounts().enable("zhou", false);
        assertThat(own.get("/office/self").header("Location")).isEqualTo("/office/sign-in");
    }

    @Test
    void too_many_attempts_get_the_very_same_words() {
        String wrong = "";
        for (int i = 0; i < 8; i++) {
            Visitor visitor = house.visitor();
            visitor.get("/office/sign-in");
            Got got = visitor.post("/office/sign-in", "name", "li", "password", "guess", "code", "");
            String text = got.status() + got.text().replaceAll("value=\"[0-9a-f]{32}\"", "");
            assertThat(wrong.isEmpty() || wrong.equals(text)).as("attempt " + i).isTrue();
            wrong = text;
        }
    }

    @Test
    void a_sign_in_form_of_another_browser_is_not_taken() {
        house.account("zhou", "周某", Role.AUDITOR);
        Visitor victim = house.visitor();
        victim.get("/office/sign-in");
        Visitor attacker = house.visitor();
        attacker.get("/office/sign-in");
        Got got = victim.postWithToken(
                attacker.token(), "/office/sign-in", "name", "zhou", "password", OfficeHouse.PASSWORD, "code", "");
        assertThat(got.status()).isEqualTo(403);
        assertThat(victim.get("/office").status()).isEqualTo(303);
    }

    @Test
    void the_session_has_a_new_id_after_the_sign_in_and_ends_with_the_sign_out() {
        house.account("zhou", "周某", Role.AUDITOR);
        Visitor visitor = house.visitor().signIn("zhou", Optional.empty());
        String id = visitor.cookies().get("office");
        visitor.get("/office/self");
        assertThat(visitor.post("/office/sign-out").status()).isEqualTo(303);
        assertThat(visitor.cookies()).doesNotContainKey("office");
        visitor.cookies().put("office", id);
        assertThat(visitor.get("/office/self").status()).isEqualTo(303);
        visitor.signIn("zhou", Optional.empty());
        assertThat(visitor.cookies().get("office")).isNotEqualTo(id);
    }

    @Test
    void a_planted_session_id_is_never_taken_over() {
        house.account("zhou", "周某", Role.AUDITOR);
        Visitor visitor = house.visitor();
        visitor.cookies().put("office", "f".repeat(64));
        visitor.signIn("zhou", Optional.empty());
        assertThat(visitor.cookies().get("office")).matches("[0-9a-f]{64}").isNotEqualTo("f".repeat(64));
    }

    @Test
    void half_an_hour_without_a_request_ends_the_session() {
        house.account("zhou", "周某", Role.AUDITOR);
        Visitor visitor = house.visitor().signIn("zhou", Optional.empty());
        house.clock.move(Duration.ofMinutes(31));
        assertThat(visitor.get("/office").header("Location")).isEqualTo("/office/sign-in");
    }

    @Test
    void pages_are_kept_nowhere_and_cookies_are_strict() {
        Got got = house.visitor().get("/office/sign-in");
        assertThat(got.header("Cache-Control")).isEqualTo("no-store");
        assertThat(got.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(got.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void behind_https_cookies_are_bound_to_this_very_host(@TempDir Path other) {
        try (OfficeHouse secure = OfficeHouse.open(other, "https://survey.example.org")) {
            Got got = secure.visitor().get("/office/sign-in");
            assertThat(got.header("Set-Cookie"))
                    .startsWith("__Host-office-form=")
                    .contains("; Secure", "; Path=/", "HttpOnly", "SameSite=Strict")
                    .doesNotContain("Domain");
        }
    }

    @Test
    void what_people_type_is_shown_as_text() {
        String hostile = "<img src=x onerror=alert(1)>\"'&";
        house.office.add("evil", hostile, Role.AUDITOR, Optional.empty());
        Visitor admin = house.visitor().signIn("admin", house.account("admin", "管", Role.ADMIN));
        for (String path : List.of("/office/accounts", "/office/audit")) {
            assertThat(admin.get(path).text()).doesNotContain("<img").contains("&lt;img src=x");
        }
        Visitor visitor = house.visitor();
        visitor.get("/office/sign-in");
        assertThat(visitor.post("/office/sign-in", "name", "\"><script>1</script>", "password", "x", "code", "")
                        .text())
                .doesNotContain("<script>1")
                .contains("&#34;>&lt;script>");
    }
}
