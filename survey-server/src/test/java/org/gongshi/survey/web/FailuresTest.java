package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** When something breaks: kind words outside, no secret in the log. */
class FailuresTest {
    private static final String SECRET = "receipt-and-code-of-somebody";

    private final House house = House.open();
    private final Client client = new Client(house);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.gongshi");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        ours.setLevel(null);
        house.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tells_nobody_what_broke(boolean atOnce) {
        house.intake.breakWith(new IllegalStateException(SECRET), atOnce);
        Client.Got api = client.json(Client.text(client.submission()));
        assertThat(api.status()).isEqualTo(500);
        assertThat(api.text()).isEqualTo("{\"error\":\"error\",\"message\":\"服务器出了问题\"}");
        Client.Got page = client.form("public", client.fields());
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("服务器出了问题", "000-0000000").doesNotContain(SECRET, "Exception");
        assertThat(logged()).anyMatch(line -> line.contains("IllegalStateException"));
        assertThat(logged()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void logs_neither_code_nor_nonce_nor_answer_nor_receipt() {
        String code = house.intake.issue(Audience.PUBLIC, 1);
        String remark = "一句只在这里说的话";
        String body = Client.text(client.submission(Audience.PUBLIC, Client.NONCE)
                .put("code", code)
                .put("answers", Client.answers("K04", Json.of(remark))));
        String receipt = ((Json.Str) client.json(body).json().fields().get("receipt")).value();
        client.json(body.replace(code, "WRNG0000000000001"));
        client.json(body + "}");
        client.form("public", client.fields("answers.K04", remark, "code", code));
        client.get("/receipt/" + receipt);
        for (String secret : List.of(code, Client.NONCE, remark, receipt, "WRNG0000000000001")) {
            assertThat(logged()).noneMatch(line -> line.contains(secret));
        }
    }

    private List<String> logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .toList();
    }
}
