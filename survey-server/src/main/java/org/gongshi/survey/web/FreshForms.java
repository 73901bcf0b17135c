package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.gongshi.templates.survey.FormPage;

/**
 * Questionnaires that nobody has begun (空白问卷): a whole town opens them within minutes, and all that differs is the number
 * of the form. Each kind is rendered at its first opening and kept. Thread-safe.
 */
final class FreshForms {
    /** So many kinds are kept: audiences times languages, with room to spare. */
    private static final int MOST = 32;

    private final RandomGenerator random;
    private final Function<FormPage, byte[]> renderer;
    /** Never given out, so that no page has it by chance. */
    private final String mark;

    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    /** @param random for the mark, that no text of a questionnaire can know */
    FreshForms(RandomGenerator random, Function<FormPage, byte[]> renderer) {
        this.random = random;
        this.renderer = renderer;
        this.mark = Nonces.fresh(random);
    }

    private record Kept(FormPage page, PreparedPage prepared) {}

    /** Sends the page with a number of its own, whatever number it has now. */
    void send(Context ctx, FormPage page) {
        PreparedPage prepared = prepared(numbered(page, mark));
        String number = Nonces.fresh(random);
        boolean packed = takesGzip(ctx);
        if (packed) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.header("Vary", "Accept-Encoding").result(packed ? prepared.gzip(number) : prepared.plain(number));
    }

    private PreparedPage prepared(FormPage page) {
        Optional<Kept> known =
                kept.stream().filter(one -> one.page().equals(page)).findFirst();
        if (known.isPresent()) {
            return known.get().prepared();
        }
        var prepared = new PreparedPage(renderer.apply(page), mark);
        if (kept.size() < MOST) {
            kept.add(new Kept(page, prepared));
        }
        return prepared;
    }

    private static FormPage numbered(FormPage page, String number) {
        return new FormPage(
                page.frame(),
                page.questionnaire(),
                page.places(),
                page.stages(),
                number,
                page.filled(),
                page.faults(),
                page.hold());
    }

    /** Named and not refused (RFC 9110, 12.5.3); browsers name it without more. */
    private static boolean takesGzip(Context ctx) {
        String accepted = ctx.header("Accept-Encoding");
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
