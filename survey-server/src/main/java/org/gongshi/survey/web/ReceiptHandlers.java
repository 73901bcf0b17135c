package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongshi.templates.survey.NoticePage;
import org.gongshi.templates.survey.ReceiptListPage;

/**
 * The published list of receipts as a page (核对回执). Nobody is asked for a whole receipt: it is the id of the stored answer, and
 * who asks for it would say whose it is. So the server sees a beginning that others share, and people look for themselves.
 */
final class ReceiptHandlers {
    /** So many can be read through on a phone; where more share a beginning, the next digit is asked for. */
    static final int MOST = 300;

    private static final int SHARD = 2;
    private static final int LONGEST = 4;
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{" + SHARD + "," + LONGEST + "}");

    private final Collaborators house;
    private final Pages pages;

    ReceiptHandlers(Collaborators house, Pages pages) {
        this.house = house;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(Route.get("/receipts", this::show));
    }

    private void show(Context ctx) {
        if (house.receipts().isDestroyed()) {
            throw new Refusal(410, NoticePage.Kind.RECEIPTS_GONE);
        }
        Optional<String> asked = Optional.ofNullable(ctx.queryParam(ReceiptListPage.PREFIX))
                .map(typed -> typed.strip().toLowerCase(Locale.ROOT));
        boolean fault = asked.isPresent() && !BEGINNING.matcher(asked.get()).matches();
        if (asked.isEmpty() || fault) {
            boolean published = house.receipts().startingWith("00").isPresent();
            // What was typed is not shown again: it may be a whole receipt.
            send(ctx, fault ? 422 : 200, published, Optional.empty(), fault, List.of());
        } else {
            Optional<List<String>> shard =
                    house.receipts().startingWith(asked.get().substring(0, SHARD));
            List<String> found = shard.orElse(List.of()).stream()
                    .filter(receipt -> receipt.startsWith(asked.get()))
                    .toList();
            send(ctx, 200, shard.isPresent(), asked, false, found);
        }
    }

    private void send(
            Context ctx, int status, boolean published, Optional<String> asked, boolean fault, List<String> found) {
        int length = asked.map(String::length).orElse(LONGEST);
        boolean many = found.size() > MOST && length < LONGEST;
        List<String> more = many
                ? found.stream()
                        .map(receipt -> receipt.substring(0, length + 1))
                        .distinct()
                        .collect(Collectors.toList())
                : List.of();
        pages.send(
                ctx,
                status,
                new ReceiptListPage(pages.frame(ctx), published, asked, fault, many ? List.of() : found, more));
    }
}
