package org.gongshi.survey.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The permission table of docs/office.md is the one in the code; and what it must never allow. */
class PermissionTableTest {

    @Test
    void the_documentation_shows_every_cell() throws IOException {
        Map<String, List<String>> table = new LinkedHashMap<>();
        List<String> head = List.of();
        for (String line : Files.readAllLines(Path.of("../docs/office.md"))) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (line.startsWith("| action ")) {
                head = cells.subList(2, cells.size());
            } else if (!head.isEmpty() && line.startsWith("| `")) {
                table.put(cells.get(1).replace("`", ""), cells.subList(2, cells.size()));
            } else if (!line.startsWith("|") && !table.isEmpty()) {
                break;
            }
        }
        List<String> roles = Arrays.stream(Role.values()).map(Role::key).toList();
        assertThat(head.subList(0, head.size() - 1)).isEqualTo(roles);
        assertThat(table.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Action.values()).map(Action::key).toList());
        for (Action action : Action.values()) {
            List<String> expected = new java.util.ArrayList<>(Arrays.stream(Role.values())
                    .map(role -> role.may(action) ? "yes" : "")
                    .toList());
            expected.add(action.isWeighty() ? "second factor" : "");
            List<String> told = new java.util.ArrayList<>(table.get(action.key()));
            while (told.size() < expected.size()) {
                told.add("");
            }
            assertThat(told).as(action.key()).isEqualTo(expected);
        }
    }

    @Test
    void nobody_can_propose_and_confirm_or_prepare_and_publish() {
        for (Role role : Role.values()) {
            assertThat(role.may(Action.PROPOSE_RELEASE) && role.may(Action.CONFIRM_RELEASE))
                    .isFalse();
            assertThat(role.may(Action.PREPARE_SITE) && role.may(Action.PUBLISH_SITE))
                    .isFalse();
            assertThat(role.may(Action.REGISTER_DECISION) && role.may(Action.CONFIRM_DECISION))
                    .isFalse();
        }
    }

    @Test
    void who_administers_accounts_neither_releases_nor_publishes_nor_prints_codes() {
        for (Role role : Role.values()) {
            if (role.may(Action.MANAGE_ACCOUNTS)) {
                assertThat(role.actions())
                        .doesNotContain(
                                Action.PROPOSE_RELEASE,
                                Action.CONFIRM_RELEASE,
                                Action.PUBLISH_SITE,
                                Action.MINT_CODES,
                                Action.READ_CLUES);
            }
        }
    }

    @Test
    void every_action_is_somebodys() {
        for (Action action : Action.values()) {
            assertThat(Arrays.stream(Role.values()).anyMatch(role -> role.may(action)))
                    .as(action.key())
                    .isTrue();
        }
    }

    @Test
    void the_auditor_and_the_coordinator_change_nothing() {
        assertThat(Role.AUDITOR.actions()).noneMatch(Action::isWeighty);
        assertThat(Role.COORDINATOR.actions()).containsExactlyInAnyOrder(Action.OWN_ACCOUNT, Action.SEE_OWN_COUNTS);
    }

    @Test
    void whoever_releases_or_administers_needs_a_second_factor() {
        assertThat(Arrays.stream(Role.values()).filter(Role::needsSecondFactor))
                .containsExactly(Role.ADMIN, Role.CLERK, Role.REVIEWER, Role.ANALYST);
    }
}
