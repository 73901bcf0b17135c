package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.ClosedStore;
import org.gongshi.survey.store.CountKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty computer rooms of forty-five pupils behind one address, all at once, against the whole server. */
class ComputerRoomsTest {
    private static final Path DEMO = Path.of("..", "content", "demo");
    private static final int ROOMS = 20;
    private static final int PUPILS = 45;
    private static final Stratum PUPILS_OF =
            new Stratum(new PlaceCode("990100"), Audience.STUDENT, Optional.of(SchoolStage.JUNIOR));

    @TempDir
    Path folder;

    private SurveyFiles files;
    private SurveyService service;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    @BeforeEach
    void start() {
        files = SurveyFiles.beside(folder.resolve("data"));
        start(0);
        service.round().open();
    }

    private void start(int port) {
        var content = new SurveyFolder(DEMO);
        var clock = Clock.fixed(Instant.parse("2025-03-10T04:00:00Z"), ZoneOffset.UTC);
        var round = new SurveyRound(files, Optional.of(content.newest()), content, clock, new SecureRandom());
        service = SurveyService.start(round, files, content, "127.0.0.1", port, URI.create("http://127.0.0.1:7070"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void twenty_rooms_of_forty_five_begin_and_send_at_once_without_an_error() throws Exception {
        List<String> screens = new ArrayList<>();
        List<Callable<Integer>> pupils = new ArrayList<>();
        for (int room = 0; room < ROOMS; room++) {
            String screen = open(mint(PUPILS));
            screens.add(screen);
            String number = number(get(screen).body());
            for (int seat = 1; seat <= PUPILS; seat++) {
                int at = seat;
                pupils.add(() -> answers(number, at));
            }
        }
        ExecutorService machines = Executors.newFixedThreadPool(ROOMS * PUPILS / 10);
        try {
            for (Future<Integer> status : machines.invokeAll(pupils)) {
                assertThat(status.get()).isEqualTo(303);
            }
        } finally {
            machines.shutdownNow();
            machines.awaitTermination(10, TimeUnit.SECONDS);
        }
        for (String screen : screens) {
            assertThat(get(screen).body()).contains(PUPILS + "/" + PUPILS + " 已收到");
        }
        assertThat(service.round().counts())
                .isEqualTo(Map.of(new CountKey(PUPILS_OF, Mode.ROOM), (long) ROOMS * PUPILS));
        service.round().closeSurvey();
        List<Response> kept = new ArrayList<>();
        try (ClosedStore store = ClosedStore.open(files.folder(), RowKey.read(files.rowKey()))) {
            store.forEach(kept::add);
        }
        assertThat(kept).hasSize(ROOMS * PUPILS).allMatch(sheet -> sheet.mode() == Mode.ROOM);
        // One school, one random number: neither the room nor the seat can be told from what is kept.
        assertThat(kept.stream().map(Response::cluster).distinct()).hasSize(1);
    }

    @Test
    void a_seat_is_one_pupils_and_the_screen_knows_after_a_restart() throws Exception {
        AccessCode teacher = mint(3);
        String screen = open(teacher);
        String number = number(get(screen).body());
        assertThat(get(screen).body()).contains("0/3 已收到", "<noscript><meta http-equiv=\"refresh\"");
        assertThat(join(number, "1", "join").statusCode()).isEqualTo(200);
        assertThat(join(number, "1", "join").statusCode()).isEqualTo(409);
        assertThat(join(number, "1", "again").body()).contains("1 号机位");
        assertThat(join(number, "4", "join").body()).contains("机位号是 1 到 3");
        assertThat(join(number, "0", "join").statusCode()).isEqualTo(422);
        assertThat(join("00000000", "1", "join").statusCode()).isEqualTo(422);
        assertThat(answers(number, 2)).isEqualTo(303);
        assertThat(join(number, "2", "again").body()).contains("已经收到");
        assertThat(get(screen).body()).contains("1/3 已收到");
        int port = service.port();
        service.close();
        start(port);
        assertThat(get(screen).statusCode()).isEqualTo(404);
        String again = open(teacher);
        assertThat(number(get(again).body())).isEqualTo(number);
        assertThat(get(again).body()).contains("1/3 已收到");
        assertThat(post("/room/open", "code=" + "0".repeat(13)).statusCode()).isEqualTo(422);
    }

    private AccessCode mint(int seats) {
        return service.round()
                .mint(new MintOrder(CodeKind.TEACHER, PUPILS_OF, Optional.of("第一中学"), seats))
                .codes()
                .get(0);
    }

    /** What the teacher does; returns where the screen is. */
    private String open(AccessCode teacher) throws Exception {
        HttpResponse<String> opened = post("/room/open", "code=" + teacher.printed());
        assertThat(opened.statusCode()).isEqualTo(303);
        return opened.headers().firstValue("Location").orElseThrow();
    }

    /** What a pupil does: comes to the seat, answers, sends. */
    private int answers(String number, int seat) throws Exception {
        HttpResponse<String> form = join(number, "" + seat, "join");
        assertThat(form.statusCode()).isEqualTo(200);
        StringBuilder body = new StringBuilder("step=send&answers.S01=5&answers.S02=4");
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"")
                .matcher(form.body());
        while (hidden.find()) {
            body.append('&').append(hidden.group(1)).append('=');
            body.append(URLEncoder.encode(hidden.group(2), StandardCharsets.UTF_8));
        }
        return post("/survey/student", body.toString()).statusCode();
    }

    private HttpResponse<String> join(String number, String seat, String step) throws Exception {
        return post("/room", "room=" + number + "&seat=" + seat + "&step=" + step);
    }

    private static String number(String screen) {
        Matcher number = Pattern.compile("<strong>(\\d{4}) (\\d{4})</strong>").matcher(screen);
        assertThat(number.find()).isTrue();
        return number.group(1) + number.group(2);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
