package org.gongshi.survey.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/** Sends the answers over HTTP (投递), several people at a time on connections that are kept, and checks every reply. */
final class Postman {
    private static final int PEOPLE_AT_ONCE = 96;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_VISITS = 20;

    private final URI server;
    private final Map<Audience, String> questionnaires;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param questionnaires digest of each questionnaire */
    Postman(URI server, Map<Audience, String> questionnaires) {
        this.server = server;
        this.questionnaires = Map.copyOf(questionnaires);
    }

    /** @param done is told after every errand */
    Counts deliver(List<Errand> errands, IntConsumer done) {
        var queue = new ConcurrentLinkedQueue<>(errands);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
        try {
            List<Future<Counts>> walks = new ArrayList<>();
            for (int person = 0; person < PEOPLE_AT_ONCE; person++) {
                walks.add(people.submit(walk(queue, done)));
            }
            Counts all = Counts.NONE;
            for (Future<Counts> walk : walks) {
                all = all.plus(walk.get());
            }
            return all;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof DemoFault fault
                    ? fault
                    : new DemoFault("答卷无法送达：" + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoFault("演示被中断", stopped);
        } finally {
            people.shutdownNow();
        }
    }

    private Callable<Counts> walk(ConcurrentLinkedQueue<Errand> queue, IntConsumer done) {
        return () -> {
            Counts counts = Counts.NONE;
            for (Errand errand = queue.poll(); errand != null; errand = queue.poll()) {
                counts = counts.plus(run(errand));
                done.accept(1);
            }
            return counts;
        };
    }

    private Counts run(Errand errand) throws IOException, InterruptedException {
        Sheet sheet = errand.sheet();
        String body = body(errand, errand.nonce(), sheet.answers());
        Counts counts = post(body, 201);
        if (sheet.retries()) {
            // The same form once more, as a browser does when the reply was lost.
            counts = counts.plus(post(body, 200));
        }
        if (sheet.second().isPresent() && errand.code().isPresent()) {
            counts = counts.plus(
                    post(body(errand, errand.second(), sheet.second().get()), 409));
        }
        return counts;
    }

    private Counts post(String body, int expected) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/responses"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long busy = 0;
        for (int visit = 0; visit < MOST_VISITS; visit++) {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() == 503) {
                busy++;
                TimeUnit.SECONDS.sleep(
                        reply.headers().firstValueAsLong("Retry-After").orElse(1));
            } else if (reply.statusCode() == expected) {
                return new Counts(
                        1 + busy, expected == 201 ? 1 : 0, expected == 200 ? 1 : 0, expected == 409 ? 1 : 0, busy);
            } else {
                throw new DemoFault("调查服务应答 " + reply.statusCode() + "，应为 " + expected + "：" + reply.body());
            }
        }
        throw new DemoFault("调查服务一直繁忙（503）");
    }

    private String body(Errand errand, String nonce, Json.Obj answers) {
        var stratum = errand.sheet().stratum();
        var body = Json.object()
                .put("audience", stratum.audience().key())
                .put("nonce", nonce)
                .put("questionnaire", questionnaires.get(stratum.audience()))
                .put("answers", answers)
                .put("seconds", errand.sheet().seconds());
        errand.code().ifPresentOrElse(code -> body.put("code", code), () -> {
            body.put("place", stratum.place().value());
            stratum.stage().map(SchoolStage::key).ifPresent(stage -> body.put("stage", stage));
        });
        return JsonText.compact(body.build());
    }
}
