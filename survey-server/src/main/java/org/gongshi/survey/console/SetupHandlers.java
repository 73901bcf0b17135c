package org.gongshi.survey.console;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.office.OfficeFault;
import org.gongshi.survey.office.OfficeKey;
import org.gongshi.survey.office.PasswordRules;
import org.gongshi.survey.office.Role;
import org.gongshi.templates.office.SetupPage;

/**
 * The first administrator's account (首次设置): on a page whose address only the machine's own window tells, until there is an account;
 * then it is gone for good.
 */
final class SetupHandlers {
    private static final String PATH = "office/setup";
    private static final int BYTES = 16;

    private final House house;
    private final Frames frames;
    private final String key;

    SetupHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        byte[] bytes = new byte[BYTES];
        house.random().nextBytes(bytes);
        this.key = HexFormat.of().formatHex(bytes);
    }

    List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, "/" + PATH, this::show),
                Route.open(Route.Method.POST, "/" + PATH, this::make));
    }

    /** Path of the page with what opens it; empty when it is not needed any more. */
    Optional<String> address() {
        return isNeeded() ? Optional.of(PATH + "?key=" + key) : Optional.empty();
    }

    private boolean isNeeded() {
        return house.office().accounts().all().isEmpty();
    }

    private Answer show(Visit visit) {
        return isNeeded() && opens(visit.request().asked("key"))
                ? page(200, visit, Optional.empty())
                : Answer.go("/office/sign-in");
    }

    private boolean opens(String told) {
        return OfficeKey.same(told, key);
    }

    /** One at a time: the second of two finds the account of the first. */
    private synchronized Answer make(Visit visit) {
        if (!isNeeded() || !opens(visit.text("key"))) {
            return Answer.go("/office/sign-in");
        }
        String name = visit.text("name").strip();
        String password = visit.text("fresh");
        // Before there is an account: one whose password nobody knows would shut everybody out.
        Optional<String> fault = password.equals(visit.text("again"))
                ? PasswordRules.fault(name, password)
                : Optional.of(frames.words().say("password.differ"));
        if (fault.isPresent()) {
            return page(422, visit, fault);
        }
        try {
            String first = house.office().add(name, visit.text("person").strip(), Role.ADMIN, Optional.empty());
            house.office().accounts().changePassword(name, first, password);
        } catch (OfficeFault other) {
            return page(422, visit, Optional.of(other.getMessage()));
        }
        return Answer.go("/office/sign-in");
    }

    private Answer page(int status, Visit visit, Optional<String> fault) {
        return Answer.page(
                status,
                new SetupPage(
                        frames.frame(visit, ""),
                        key,
                        PasswordRules.SHORTEST,
                        visit.text("name"),
                        visit.text("person"),
                        fault));
    }
}
