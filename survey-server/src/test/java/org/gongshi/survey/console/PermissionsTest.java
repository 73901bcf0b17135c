package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.Authenticator;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the console as every role, through real HTTP: the permission table cell by cell. */
class PermissionsTest {
    /** What needs no account; a new route without an action must be argued for here. */
    private static final List<String> WITHOUT_ACCOUNT = List.of(
            "GET /office/sign-in",
            "POST /office/sign-in",
            // Opened by a secret of the server's own window alone, until there is an account.
            "GET /office/setup",
            "POST /office/setup",
            "GET /api/v1/plan");

    @TempDir
    static Path folder;

    private static OfficeHouse house;
    private static final Map<Role, Optional<Authenticator>> APPS = new EnumMap<>(Role.class);
    private static final Map<Role, Visitor> VISITORS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        house = OfficeHouse.open(folder);
        for (Role role : Role.values()) {
            APPS.put(role, house.account(role.key(), role.label(), role));
        }
        // Another administrator, so that nothing is refused because the last one must stay.
        house.account("second", "管理员乙", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static Visitor visitor(Role role) {
        Visitor known = VISITORS.get(role);
        if (known == null || known.get("/office/self").status() != 200) {
            VISITORS.put(role, house.visitor().signIn(role.key(), APPS.get(role)));
        }
        return VISITORS.get(role);
    }

    static Stream<Arguments> cells() {
        try (OfficeHouse plan = OfficeHouse.open(folder.resolve("plan"))) {
            return plan.console().routes().stream()
                    .filter(route -> route.action().isPresent())
                    .flatMap(route -> Stream.of(Role.values())
                            .map(role -> Arguments.of(
                                    route.method().name(),
                                    route.path(),
                                    route.action().get(),
                                    role)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0} {1} as {3}")
    @MethodSource("cells")
    void a_route_answers_exactly_the_roles_of_its_action(String method, String path, Action action, Role role) {
        Visitor visitor = visitor(role);
        // A name that nobody has, and forms without their fields: who may come in is told what is missing, the others
        // are told nothing.
        String address = path.replaceAll("\\{[a-z]+}", "nobody");
        long lines = house.office.log().length();
        Got got = method.equals("GET") ? visitor.get(address) : visitor.post(address);
        if (role.may(action)) {
            assertThat(got.status()).as(got.text()).isNotIn(401, 403, 500);
        } else {
            assertThat(got.status()).isEqualTo(403);
            assertThat(got.text()).contains("没有这项权限");
            assertThat(house.office.log().entries(lines, 9)).singleElement().satisfies(entry -> {
                assertThat(entry.account()).isEqualTo(role.key());
                assertThat(entry.what()).isEqualTo(action.key());
                assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
            });
        }
    }

    @Test
    void every_route_has_an_entry_in_the_permission_table() {
        assertThat(house.console().routes().stream()
                        .filter(route -> route.action().isEmpty())
                        .map(route -> route.method() + " " + route.path()))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_ACCOUNT);
    }

    @Test
    void nobody_comes_in_without_a_session() {
        for (Route route : house.console().routes()) {
            if (route.action().isPresent()) {
                String address = route.path().replaceAll("\\{[a-z]+}", "nobody");
                Got got = house.visitor().send(route.method().name(), address, "");
                assertThat(got.status()).as(address).isEqualTo(303);
                assertThat(got.header("Location")).isEqualTo("/office/sign-in");
                assertThat(got.response().body()).isEmpty();
            }
        }
    }

    @Test
    void every_form_needs_the_token_of_this_session_and_a_page_of_this_site() {
        Visitor visitor = visitor(Role.CLERK);
        String foreign = visitor(Role.AUDITOR).token();
        for (Route route : house.console().routes()) {
            if (route.method() == Route.Method.POST
                    && route.action().filter(Role.CLERK::may).isPresent()) {
                String address = route.path().replaceAll("\\{[a-z]+}", "nobody");
                assertThat(visitor.postWithToken("", address).status())
                        .as(address)
                        .isEqualTo(403);
                assertThat(visitor.postWithToken(foreign, address).status())
                        .as(address)
                        .isEqualTo(403);
                assertThat(visitor.send("POST", address, "token=" + visitor.token(), "Sec-Fetch-Site", "cross-site")
                                .status())
                        .as(address)
                        .isEqualTo(403);
            }
        }
        assertThat(visitor.get("/office/self").status()).as("still signed in").isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_change_leaves_a_line_in_the_log(Role role) {
        Visitor visitor = visitor(role);
        for (Route route : house.console().routes()) {
            boolean posts = route.method() == Route.Method.POST;
            if (posts
                    && !route.path().endsWith("sign-out")
                    && route.action().filter(role::may).isPresent()) {
                long lines = house.office.log().length();
                visitor.post(route.path().replaceAll("\\{[a-z]+}", "nobody"));
                assertThat(house.office.log().length()).as(route.path()).isGreaterThan(lines);
            }
        }
        assertThat(house.office.log().check(Optional.empty()).faults()).isEmpty();
    }

    @Test
    void a_coordinator_sees_the_own_place_and_no_other() {
        String page = visitor(Role.COORDINATOR).get("/office/progress/own").text();
        assertThat(page).contains(house.place("990100")).doesNotContain(house.place("990200"));
    }

    @Test
    void a_changed_role_and_a_disabled_account_count_at_once() {
        Optional<Authenticator> app = house.account("temp", "临时", Role.AUDITOR);
        Visitor visitor = house.visitor().signIn("temp", app);
        assertThat(visitor.get("/office/audit").status()).isEqualTo(200);
        Visitor admin = visitor(Role.ADMIN);
        assertThat(admin.post("/office/accounts/temp/disable").status()).isEqualTo(303);
        assertThat(visitor.get("/office/audit").status()).isEqualTo(303);
        assertThat(admin.post("/office/accounts/temp/enable").status()).isEqualTo(303);
        Visitor again = house.visitor().signIn("temp", app);
        house.office.accounts().changeRole("temp", Role.CLERK, Optional.empty());
        Got got = again.get("/office/audit");
        assertThat(got.status()).isEqualTo(303);
        assertThat(got.header("Location")).as("a clerk owes a second factor").isEqualTo("/office/self/factor");
    }
}
