package org.gongshi.survey.web;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.gongshi.survey.intake.IntakeFigures;

/** Counts for the operator (运行指标) in Prometheus text format 0.0.4: requests and the queue, nothing by place. */
final class Metrics {
    private static final double MILLIS = 1000;

    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final LongAdder slowed = new LongAdder();

    void request(String method, String route, int status) {
        String labels = "method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"";
        requests.computeIfAbsent(labels, absent -> new LongAdder()).increment();
    }

    void slowed() {
        slowed.increment();
    }

    String text(LiveStatus live, SurveyState state) {
        var text = new StringBuilder();
        head(text, "gongshi_http_requests_total", "counter", "Requests by method, route and status.");
        requests.forEach((labels, count) -> text.append("gongshi_http_requests_total{")
                .append(labels)
                .append("} ")
                .append(count.sum())
                .append('\n'));
        one(text, "gongshi_wrong_codes_slowed_total", "counter", "Wrong access codes beyond the limit.", slowed.sum());
        one(text, "gongshi_intake_queue", "gauge", "Submissions that wait for the writer.", live.queued());
        one(text, "gongshi_intake_queue_capacity", "gauge", "Most that may wait.", live.capacity());
        one(text, "gongshi_intake_ready", "gauge", "1 when submissions are taken in.", live.ready() ? 1 : 0);
        one(text, "gongshi_survey_open", "gauge", "1 while the survey is open.", state == SurveyState.OPEN ? 1 : 0);
        intake(text, live.figures());
        return text.toString();
    }

    private static void intake(StringBuilder text, IntakeFigures figures) {
        one(
                text,
                "gongshi_responses_acknowledged_total",
                "counter",
                "Answers kept and told so.",
                figures.acknowledged());
        one(
                text,
                "gongshi_responses_retried_total",
                "counter",
                "Answers recognised as kept before.",
                figures.retried());
        head(text, "gongshi_responses_refused_total", "counter", "Submissions not kept, by reason.");
        figures.refused()
                .forEach((reason, count) -> text.append("gongshi_responses_refused_total{reason=\"")
                        .append(reason)
                        .append("\"} ")
                        .append(count)
                        .append('\n'));
        one(text, "gongshi_batched_submissions_total", "counter", "Submissions decided in batches.", figures.batched());
        head(text, "gongshi_batch_seconds", "histogram", "From a batch's first decision until it is durable.");
        figures.commits().forEach((bound, count) -> bucket(text, String.valueOf(bound / MILLIS), count));
        bucket(text, "+Inf", figures.batches());
        text.append("gongshi_batch_seconds_sum ")
                .append(figures.commitMillis() / MILLIS)
                .append('\n');
        text.append("gongshi_batch_seconds_count ").append(figures.batches()).append('\n');
    }

    private static void bucket(StringBuilder text, String bound, long count) {
        text.append("gongshi_batch_seconds_bucket{le=\"")
                .append(bound)
                .append("\"} ")
                .append(count)
                .append('\n');
    }

    private static void one(StringBuilder text, String name, String type, String help, long value) {
        head(text, name, type, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
