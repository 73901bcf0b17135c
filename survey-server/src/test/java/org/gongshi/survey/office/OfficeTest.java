package org.gongshi.survey.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.store.StoreFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, sign-in, sessions and the log, on a real file. */
class OfficeTest {
    private static final String PASSWORD = "草原 上的 早晨 很安静 2026";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private OfficeFolder place;
    private Office office;

    @BeforeEach
    void open() {
        place = OfficeFolder.beside(folder.resolve("survey"));
        office = open(place);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Office open(OfficeFolder at) {
        return Office.open(at, clock, new SecureRandom(), Office.Cost.LEAST);
    }

    private String first(String name, Role role) {
        return office.add(name, "某某岗", role, Optional.empty());
    }

    private Office.SignIn signIn(String name, String password, String code) {
        return office.signIn(name, password, code, "192.0.2.1");
    }

    private boolean signsIn(String name, String password, String code) {
        return signIn(name, password, code) instanceof Office.SignIn.In;
    }

    /** An account with the usual password and a second factor. */
    private Authenticator ready(String name, Role role) {
        office.accounts().changePassword(name, first(name, role), PASSWORD);
        Accounts.Enrolment enrolment = office.accounts().beginFactor("示例", name);
        var app = new Authenticator(enrolment.secret());
        office.accounts().finishFactor(name, enrolment.sealed(), app.code(clock.instant()));
        clock.move(Duration.ofSeconds(30));
        return app;
    }

    @Test
    void a_first_password_signs_in_and_must_be_changed_then_the_second_factor_is_due() {
        String first = first("wang", Role.CLERK);
        assertThat(signIn("wang", first, ""))
                .isInstanceOfSatisfying(
                        Office.SignIn.In.class,
                        in -> assertThat(in.person().duty()).contains(Person.Duty.NEW_PASSWORD));
        office.accounts().changePassword("wang", first, PASSWORD);
        assertThat(office.accounts().find("wang").orElseThrow().duty()).contains(Person.Duty.SECOND_FACTOR);
        assertThat(signsIn("wang", first, "")).isFalse();
        assertThat(signsIn("wang", PASSWORD, "")).isTrue();
    }

    @Test
    void the_same_password_from_another_keyboard_is_the_same() {
        office.accounts().changePassword("wang", first("wang", Role.AUDITOR), "ＡＢＣ 草原 早晨 一二三四");
        assertThat(signsIn("wang", "ABC 草原 早晨 一二三四", "")).isTrue();
    }

    @Test
    void with_a_second_factor_neither_the_password_nor_the_code_is_enough() {
        Authenticator app = ready("li", Role.REVIEWER);
        assertThat(signsIn("li", PASSWORD, "")).isFalse();
        assertThat(signsIn("li", "falsch falsch falsch", app.code(clock.instant())))
                .isFalse();
        clock.move(Duration.ofMinutes(10));
        String code = app.code(clock.instant());
        assertThat(signsIn("li", PASSWORD, code)).isTrue();
        assertThat(signsIn("li", PASSWORD, code)).as("a code counts once").isFalse();
    }

    @Test
    void every_recovery_code_signs_in_once() {
        office.accounts().changePassword("li", first("li", Role.REVIEWER), PASSWORD);
        Accounts.Enrolment enrolment = office.accounts().beginFactor("示例", "li");
        List<String> codes = office.accounts()
                .finishFactor("li", enrolment.sealed(), new Authenticator(enrolment.secret()).code(clock.instant()));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(signsIn("li", PASSWORD, codes.get(3).toUpperCase())).isTrue();
        assertThat(signsIn("li", PASSWORD, codes.get(3))).isFalse();
        assertThat(signsIn("li", PASSWORD, codes.get(4).replace("-", ""))).isTrue();
        assertThat(office.accounts().find("li").orElseThrow().recoveryCodes()).isEqualTo(8);
    }

    @Test
    void whatever_is_wrong_the_answer_is_the_same_value() {
        ready("li", Role.REVIEWER);
        first("zhao", Role.AUDITOR);
        office.accounts().enable("zhao", false);
        var wrong = new Office.SignIn.Wrong();
        assertThat(signIn("nobody", PASSWORD, "123456")).isEqualTo(wrong);
        assertThat(signIn("li", "another password", "123456")).isEqualTo(wrong);
        assertThat(signIn("li", PASSWORD, "000000")).isEqualTo(wrong);
        assertThat(signIn("zhao", PASSWORD, "")).isEqualTo(wrong);
    }

    @Test
    void a_guesser_is_slowed_for_each_name_and_the_name_recovers() {
        first("wang", Role.AUDITOR);
        office.accounts().changePassword("wang", office.accounts().reset("wang"), PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("wang", "guess " + i, "")).isInstanceOf(Office.SignIn.Wrong.class);
        }
        assertThat(signIn("wang", PASSWORD, "")).isInstanceOf(Office.SignIn.TooMany.class);
        assertThat(signIn("unknown", PASSWORD, "")).isInstanceOf(Office.SignIn.Wrong.class);
        clock.move(Duration.ofSeconds(61));
        assertThat(signsIn("wang", PASSWORD, "")).isTrue();
    }

    @Test
    void a_guesser_over_many_names_is_slowed_by_address_and_the_log_is_not_flooded() {
        long before = office.log().length();
        int slowed = 0;
        for (int i = 0; i < 200; i++) {
            slowed += signIn("name" + i, "guess", "") instanceof Office.SignIn.TooMany ? 1 : 0;
        }
        assertThat(slowed).isEqualTo(170);
        assertThat(office.log().length() - before).isEqualTo(31);
        assertThat(office.signIn("name", "guess", "", "198.51.100.7")).isInstanceOf(Office.SignIn.Wrong.class);
    }

    @Test
    void a_password_typed_into_the_wrong_field_never_enters_the_log() {
        signIn("hunter2hunter2", "", "");
        assertThat(office.log().entries(0, 100).toString())
                .doesNotContain("hunter2")
                .contains("没有这个账号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "wang-wang-wang", "aaaaaaaaaaaaaa", "password1234", "123456789012"})
    void a_weak_password_is_not_taken(String password) {
        String first = first("wang", Role.CLERK);
        assertThatThrownBy(() -> office.accounts().changePassword("wang", first, password))
                .isInstanceOf(OfficeFault.class);
        assertThat(signsIn("wang", first, "")).isTrue();
    }

    @Test
    void the_last_administrator_stays() {
        first("admin", Role.ADMIN);
        assertThatThrownBy(() -> office.accounts().enable("admin", false)).isInstanceOf(OfficeFault.class);
        assertThatThrownBy(() -> office.accounts().changeRole("admin", Role.CLERK, Optional.empty()))
                .isInstanceOf(OfficeFault.class);
        first("second", Role.ADMIN);
        office.accounts().enable("admin", false);
        assertThat(office.accounts().find("admin").orElseThrow().enabled()).isFalse();
    }

    @Test
    void a_coordinator_has_a_place_and_nobody_else_has() {
        assertThatThrownBy(() -> first("bai", Role.COORDINATOR)).isInstanceOf(OfficeFault.class);
        assertThatThrownBy(() -> office.add("bai", "岗", Role.CLERK, Optional.of(new PlaceCode("990100"))))
                .isInstanceOf(OfficeFault.class);
        office.add("bai", "岗", Role.COORDINATOR, Optional.of(new PlaceCode("990100")));
        assertThat(office.accounts().find("bai").orElseThrow().place()).contains(new PlaceCode("990100"));
    }

    @Test
    void sessions_end_by_idleness_by_age_and_by_order() {
        Session session = office.sessions().begin("li", "");
        clock.move(Duration.ofMinutes(29));
        assertThat(office.sessions().find(session.id())).isPresent();
        clock.move(Duration.ofMinutes(31));
        assertThat(office.sessions().find(session.id())).isEmpty();
        Session busy = office.sessions().begin("li", "");
        for (int i = 0; i < 26; i++) {
            clock.move(Duration.ofMinutes(20));
            assertThat(office.sessions().find(busy.id()))
                    .as(20 * (i + 1) + " minutes")
                    .isPresent();
        }
        clock.move(Duration.ofMinutes(21));
        assertThat(office.sessions().find(busy.id())).as("after nine hours").isEmpty();
        Session one = office.sessions().begin("li", "");
        Session two = office.sessions().begin("li", "");
        office.sessions().goOn(two, "");
        assertThat(office.sessions().find(one.id())).isEmpty();
        office.sessions().endAll("li");
        assertThat(office.sessions().find(two.id())).isEmpty();
    }

    @Test
    void session_ids_and_tokens_never_repeat() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            Session session = office.sessions().begin("li", "");
            assertThat(seen.add(session.id()) && seen.add(session.token())).isTrue();
            assertThat(session.id()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void nothing_secret_lies_on_the_disk() throws IOException {
        first("wang", Role.CLERK);
        office.accounts().changePassword("wang", office.accounts().reset("wang"), PASSWORD);
        Accounts.Enrolment enrolment = office.accounts().beginFactor("示例", "wang");
        var app = new Authenticator(enrolment.secret());
        List<String> codes = office.accounts().finishFactor("wang", enrolment.sealed(), app.code(clock.instant()));
        String file = new String(Files.readAllBytes(place.file()), StandardCharsets.ISO_8859_1);
        byte[] utf8 = PASSWORD.getBytes(StandardCharsets.UTF_8);
        assertThat(file)
                .doesNotContain(new String(utf8, StandardCharsets.ISO_8859_1), enrolment.secret(), codes.get(0));
        assertThat(file).contains("$argon2id$v=19$");
    }

    @Test
    void accounts_survive_and_need_their_key() throws IOException {
        Authenticator app = ready("li", Role.REVIEWER);
        office.close();
        office = open(place);
        clock.move(Duration.ofMinutes(1));
        assertThat(signsIn("li", PASSWORD, app.code(clock.instant()))).isTrue();
        office.close();
        Files.move(place.key(), folder.resolve("kept"));
        assertThatThrownBy(() -> open(place)).isInstanceOf(SecretFault.class);
        Files.move(folder.resolve("kept"), place.key());
        office = open(place);
    }

    @Test
    void who_can_write_the_file_cannot_give_himself_a_role() throws SQLException {
        first("wang", Role.AUDITOR);
        tamper("UPDATE account SET role = 'admin' WHERE name = 'wang'");
        assertThatThrownBy(() -> office.accounts().find("wang"))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("wang");
    }

    @Test
    void two_processes_may_have_the_office_open() {
        try (Office other = open(place)) {
            other.add("ma", "岗", Role.CLERK, Optional.empty());
            assertThat(office.accounts().find("ma")).isPresent();
            office.log().write("-", "-", "sign-in", "", AuditEntry.Outcome.DONE);
            other.log().write("-", "-", "sign-in", "", AuditEntry.Outcome.DONE);
        }
        assertThat(office.log().check(Optional.empty()).isSound()).isTrue();
    }

    private AuditLog.Check afterTampering(String... changes) throws SQLException {
        for (int i = 0; i < 30; i++) {
            office.log().write("li", "reviewer", "see-audit", "第 " + i + " 次", AuditEntry.Outcome.DONE);
        }
        assertThat(office.log().check(Optional.empty()).faults()).isEmpty();
        tamper("DROP TRIGGER audit_stays");
        tamper("DROP TRIGGER audit_remains");
        for (String change : changes) {
            tamper(change);
        }
        return office.log().check(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET entry = replace(entry, '第 7 次', '第 8 次') WHERE n = 8",
                "UPDATE audit SET hash = previous WHERE n = 8",
                "UPDATE audit SET mac = '00' WHERE n = 8",
                "DELETE FROM audit WHERE n = 8",
                "DELETE FROM audit WHERE n = 30",
                "DELETE FROM audit WHERE n > 10",
                "DELETE FROM audit",
                "UPDATE audit SET n = 99 WHERE n = 30",
                "DELETE FROM note WHERE name = 'audit.head'",
                "UPDATE note SET value = replace(value, '30 ', '31 ') WHERE name = 'audit.head'"
            })
    void the_log_tells_every_tampering(String change) throws SQLException {
        AuditLog.Check check = afterTampering(change);
        assertThat(check.faults()).isNotEmpty();
    }

    @Test
    void the_log_refuses_changes_and_deletions() {
        office.log().write("li", "reviewer", "see-audit", "", AuditEntry.Outcome.DONE);
        assertThatThrownBy(() -> tamper("UPDATE audit SET entry = ''")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> tamper("DELETE FROM audit")).hasMessageContaining("append-only");
    }

    @Test
    void a_log_rewritten_with_the_key_is_found_by_a_head_that_was_written_down() {
        office.log().write("li", "reviewer", "see-audit", "原来的", AuditEntry.Outcome.DONE);
        String known = office.log().check(Optional.empty()).head();
        assertThat(office.log().check(Optional.of(known)).isSound()).isTrue();
        OfficeFolder forged = OfficeFolder.beside(folder.resolve("forged"));
        try (Office other = open(forged)) {
            other.log().write("li", "reviewer", "see-audit", "另一种说法", AuditEntry.Outcome.DONE);
            assertThat(other.log().check(Optional.empty()).isSound()).isTrue();
            assertThat(other.log().check(Optional.of(known)).isSound()).isFalse();
        }
    }

    @Test
    void a_line_of_the_log_is_one_line_of_bearable_length() {
        office.log().write("li", "reviewer", "see-audit", "a\nb\u0000" + "x".repeat(5000), AuditEntry.Outcome.DONE);
        String object = office.log().entries(0, 1).get(0).object();
        assertThat(object).startsWith("a b ").hasSizeLessThan(320);
    }

    private void tamper(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.file());
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
