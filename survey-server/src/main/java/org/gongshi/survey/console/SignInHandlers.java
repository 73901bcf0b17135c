package org.gongshi.survey.console;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.json.Json;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeKey;
import org.gongshi.templates.office.SignInPage;

/** Signing in and out (登录与退出). */
final class SignInHandlers {
    private static final Pattern VISITOR = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;
    /** Longer ones are none, and would only cost time. */
    private static final int LONGEST = 256;

    private final House house;
    private final Frames frames;

    SignInHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, "/office/sign-in", this::show),
                Route.open(Route.Method.POST, "/office/sign-in", this::signIn),
                Route.get("/office/token", Action.OWN_ACCOUNT, SignInHandlers::token),
                Route.post("/office/sign-out", Action.OWN_ACCOUNT, this::signOut));
    }

    private Answer show(Visit visit) {
        return visit.maybePerson().isPresent() ? Answer.go("/office") : page(200, visit, "", Optional.empty());
    }

    private Answer signIn(Visit visit) {
        Optional<String> visitor = visitor(visit);
        boolean ownForm = visitor.map(this::token)
                .filter(token -> OfficeKey.same(token, visit.text("token")))
                .isPresent();
        if (!ownForm) {
            return page(403, visit, "", Optional.of(frames.words().say("message.stale.text")));
        }
        String name = cut(visit.text("name").strip());
        Office.SignIn signIn = house.office()
                .signIn(
                        name,
                        cut(visit.text("password")),
                        cut(visit.text("code").strip()),
                        visit.request().address());
        if (signIn instanceof Office.SignIn.In in) {
            visit.maybeSession().ifPresent(house.office().sessions()::end);
            return Answer.go("/office")
                    .with(new Answer.Cookies(Optional.of(in.session().id()), Optional.of("")));
        }
        // The same words and the same status for everything that can be wrong.
        return page(422, visit, name, Optional.of(frames.words().say("sign-in.wrong")));
    }

    /** What the forms of this session bear: a page that outlived its session takes it after a new sign-in. It changes nothing. */
    private static Answer token(Visit visit) {
        return Answer.json(Json.object().put("token", visit.session().token()).build());
    }

    private Answer signOut(Visit visit) {
        house.office().sessions().end(visit.session());
        return Answer.go("/office/sign-in").with(new Answer.Cookies(Optional.of(""), Optional.empty()));
    }

    private Answer page(int status, Visit visit, String name, Optional<String> fault) {
        String visitor = visitor(visit).orElseGet(this::fresh);
        var page = new SignInPage(frames.frame(visit, ""), token(visitor), name, fault);
        return Answer.page(status, page).with(new Answer.Cookies(Optional.empty(), Optional.of(visitor)));
    }

    private static Optional<String> visitor(Visit visit) {
        return visit.request().visitor().filter(value -> VISITOR.matcher(value).matches());
    }

    private String token(String visitor) {
        return house.office().key().seal("sign-in-form", visitor);
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        house.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
