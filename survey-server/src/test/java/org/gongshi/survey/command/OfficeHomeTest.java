package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongshi.survey.console.Rounds;
import org.gongshi.survey.round.RoundFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one folder of an office, and the rounds that it goes through. */
class OfficeHomeTest {
    private static final Path STARTER = Path.of("..", "content", "starter");

    @TempDir
    Path folder;

    private String said = "";

    @Test
    void a_new_office_begins_with_the_starter_content_and_is_never_made_anew() throws IOException {
        var home = new OfficeHome(folder.resolve("office"));
        assertThat(home.prepare(STARTER)).isTrue();
        Path site = home.content().resolve("site.yaml");
        assertThat(site).hasSameBinaryContentAs(STARTER.resolve("site.yaml"));
        assertThat(home.clueKey()).isEmpty();
        Files.writeString(site, "changed");
        assertThat(home.prepare(STARTER)).isFalse();
        assertThat(site).hasContent("changed");
        assertThatThrownBy(() -> new OfficeHome(folder.resolve("other")).prepare(folder.resolve("nowhere")))
                .isInstanceOf(RoundFault.class);
    }

    @Test
    void the_round_that_was_chosen_is_worked_on_and_each_has_its_own_data_folder() throws Exception {
        var home = new OfficeHome(folder);
        home.prepare(STARTER);
        var content = new SurveyFolder(home.content());
        copy(home.content().resolve("2026"), home.content().resolve("2027"));
        RoundShelf shelf = RoundShelf.of(content, home.chosen());
        assertThat(shelf.all()).extracting(line -> line.key().toString()).containsExactly("2027/150000", "2026/150000");
        assertThat(shelf.current()).as("the newest").hasToString("2027/150000");

        var switched = new CountDownLatch(1);
        shelf.whenSwitched(switched::countDown);
        shelf.switchTo(RoundKeyConverter.key("2026/150000"));
        assertThat(switched.await(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(shelf.current()).hasToString("2026/150000");
        assertThat(home.survey(shelf.current()))
                .hasToString(folder.resolve("surveys/2026-150000").toString());
        assertThatThrownBy(() -> shelf.switchTo(RoundKeyConverter.key("2030/150000")))
                .isInstanceOf(RoundFault.class);
        Files.writeString(home.chosen(), "../../etc\n");
        assertThat(shelf.current()).as("what is no round is passed over").hasToString("2027/150000");
    }

    @Test
    void a_server_of_one_data_folder_tells_how_another_round_is_served() {
        Rounds fixed = RoundShelf.fixed(new SurveyFolder(STARTER));
        assertThat(fixed.canSwitch()).isFalse();
        assertThatThrownBy(() -> fixed.switchTo(RoundKeyConverter.key("2026/150000")))
                .isInstanceOf(RoundFault.class)
                .hasMessageContaining("--data");
    }

    @Test
    void commands_find_accounts_and_the_round_that_is_worked_on_in_the_one_folder() throws IOException {
        var home = new OfficeHome(folder.resolve("office"));
        home.prepare(STARTER);
        String there = home.root().toString();
        assertThat(run("accounts", "reset", "admin", "--home", there))
                .as("no office is made by the way")
                .isEqualTo(Desk.REFUSED);
        assertThat(home.office().root()).doesNotExist();
        assertThat(run("accounts", "add", "admin", "--person", "甲", "--role", "admin", "--home", there))
                .isZero();
        assertThat(run("accounts", "reset", "admin", "--home", there)).isZero();
        assertThat(run("audit", "verify", "--home", there)).isZero();
        assertThat(home.office().exists()).isTrue();

        assertThat(run("status", "--home", there)).as("not begun").isEqualTo(Desk.REFUSED);
        Path data = home.survey(RoundKeyConverter.key("2026/150000"));
        assertThat(said).contains(data.toString());
        assertThat(run("status", "--home", folder.resolve("nowhere").toString()))
                .isEqualTo(64);
        assertThat(run("serve", "--home", there)).isEqualTo(64);
    }

    private int run(String... arguments) {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        int code = SurveyCommand.line().setOut(writer).setErr(writer).execute(arguments);
        said = out.toString();
        return code;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (path.endsWith("round.yaml")) {
                    Files.writeString(target, Files.readString(path).replace("year: 2026", "year: 2027"));
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
