package org.gongshi.survey.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;

/** Speaks HTTP with the house as a program would: no redirects followed. */
final class Client {
    static final String NONCE = "00112233445566778899aabbccddeeff";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private final House house;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Client(House house) {
        this.house = house;
    }

    record Got(int status, HttpResponse<byte[]> response) {
        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        Json.Obj json() {
            return (Json.Obj) JsonText.parse(response.body());
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The fields of a 422, in order. */
        List<String> faulty() {
            return ((Json.Arr) json().fields().get("errors"))
                    .items().stream()
                            .map(error ->
                                    ((Json.Str) ((Json.Obj) error).fields().get("field")).value())
                            .toList();
        }
    }

    Got get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    Got json(String body, String... headers) {
        return json(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Got json(byte[] body, String... headers) {
        return send("POST", "/api/v1/responses", body, with(headers, "Content-Type", JSON));
    }

    Got form(String audience, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send("POST", "/survey/" + audience, bytes, with(headers, "Content-Type", FORM));
    }

    Got send(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(house.address() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Got(response.statusCode(), response);
        } catch (IOException fault) {
            throw new IllegalStateException(method + " " + path, fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    /** A right submission of the open link by the public, with one answer. */
    Json.ObjectBuilder submission() {
        return submission(Audience.PUBLIC, NONCE).put("place", "990100").put("answers", answers("P01", Json.of(5)));
    }

    Json.ObjectBuilder submission(Audience audience, String nonce) {
        Questionnaire questionnaire = house.questionnaires.get(audience);
        return Json.object()
                .put("audience", audience.key())
                .put("nonce", nonce)
                .put("questionnaire", questionnaire.digest().toString());
    }

    static Json answers(String code, Json value) {
        return Json.object().put(code, value).build();
    }

    static String text(Json.ObjectBuilder builder) {
        return JsonText.compact(builder.build());
    }

    /** The fields of a right form of the open link by the public; names and values follow each other. */
    String fields(String... more) {
        String[] base = {
            "nonce",
            NONCE,
            "questionnaire",
            house.questionnaires.get(Audience.PUBLIC).digest().toString(),
            "way",
            "open",
            "place",
            "990100"
        };
        return encode(base) + (more.length == 0 ? "" : "&" + encode(more));
    }

    static String encode(String... pairs) {
        return java.util.stream.IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> quote(pairs[2 * i]) + "=" + quote(pairs[2 * i + 1]))
                .collect(Collectors.joining("&"));
    }

    private static String quote(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String[] with(String[] headers, String name, String value) {
        boolean given = Arrays.asList(headers).contains(name);
        if (given) {
            return headers;
        }
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
