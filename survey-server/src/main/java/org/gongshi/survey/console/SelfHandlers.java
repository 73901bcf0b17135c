package org.gongshi.survey.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.office.Accounts;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFault;
import org.gongshi.survey.office.PasswordRules;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.office.Session;
import org.gongshi.survey.slip.QrPath;
import org.gongshi.templates.office.FactorPage;
import org.gongshi.templates.office.OncePage;
import org.gongshi.templates.office.PasswordPage;
import org.gongshi.templates.office.SelfPage;

/** The own account (本人账号): password, second factor, recovery codes. */
final class SelfHandlers {
    private static final Action ACTION = Action.OWN_ACCOUNT;

    private final House house;
    private final Frames frames;

    SelfHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/self", ACTION, this::self),
                Route.get("/office/self/password", ACTION, visit -> password(200, visit, Optional.empty())),
                Route.post("/office/self/password", ACTION, this::changePassword),
                Route.get("/office/self/factor", ACTION, this::showFactor),
                Route.post("/office/self/factor", ACTION, this::finishFactor));
    }

    private Answer self(Visit visit) {
        Person person = visit.person();
        return Answer.page(new SelfPage(
                frames.frame(visit, "self"),
                person.name(),
                person.person(),
                person.role().label(),
                person.hasSecondFactor(),
                person.recoveryCodes()));
    }

    private Answer password(int status, Visit visit, Optional<String> fault) {
        return Answer.page(
                status,
                new PasswordPage(frames.frame(visit, "self"), visit.person().fresh(), PasswordRules.SHORTEST, fault));
    }

    private Answer changePassword(Visit visit) {
        if (!visit.text("fresh").equals(visit.text("again"))) {
            return password(422, visit, Optional.of(frames.words().say("password.differ")));
        }
        try {
            house.office().accounts().changePassword(visit.person().name(), visit.text("old"), visit.text("fresh"));
        } catch (OfficeFault fault) {
            return password(422, visit, Optional.of(fault.getMessage())).about(fault.getMessage());
        }
        house.office().goOn(visit.session());
        frames.flash(visit, "password.done");
        return Answer.go("/office").about("修改口令");
    }

    private Answer showFactor(Visit visit) {
        // Codes that were just made are shown before anything else, once.
        Optional<String> codes = house.office().sessions().take(visit.session(), Session.Slot.ONCE);
        if (codes.isPresent()) {
            return Answer.page(new OncePage(
                    frames.frame(visit, "self"),
                    "recovery",
                    "",
                    codes.get().lines().toList(),
                    "/office"));
        }
        String name = visit.person().name();
        return factor(200, visit, enrolment(visit, name), Optional.empty());
    }

    /** A page that is loaded again shows the secret that was scanned from it, not another. */
    private Accounts.Enrolment enrolment(Visit visit, String name) {
        Accounts accounts = house.office().accounts();
        String issuer = frames.site().name();
        Optional<String> begun = house.office().sessions().peek(visit.session(), Session.Slot.ENROLMENT);
        if (begun.isPresent()) {
            return accounts.sameFactor(issuer, name, begun.get());
        }
        Accounts.Enrolment fresh = accounts.beginFactor(issuer, name);
        house.office().sessions().keep(visit.session(), Session.Slot.ENROLMENT, fresh.sealed());
        return fresh;
    }

    private Answer finishFactor(Visit visit) {
        Optional<String> sealed = house.office().sessions().peek(visit.session(), Session.Slot.ENROLMENT);
        if (sealed.isEmpty()) {
            return Answer.go("/office/self/factor").about("启用两步验证：页面已过期");
        }
        Accounts accounts = house.office().accounts();
        String name = visit.person().name();
        Optional<String> unproven = visit.person().hasSecondFactor() ? unproven(visit, name) : Optional.empty();
        if (unproven.isPresent()) {
            Accounts.Enrolment same = accounts.sameFactor(frames.site().name(), name, sealed.get());
            return factor(422, visit, same, unproven).about("更换验证器：口令或原验证码不正确");
        }
        try {
            List<String> codes = accounts.finishFactor(name, sealed.get(), visit.text("code"));
            house.office().sessions().take(visit.session(), Session.Slot.ENROLMENT);
            house.office().goOn(visit.session());
            house.office().sessions().keep(visit.session(), Session.Slot.ONCE, String.join("\n", codes));
            return Answer.go("/office/self/factor").about("启用两步验证");
        } catch (OfficeFault fault) {
            Accounts.Enrolment same = accounts.sameFactor(frames.site().name(), name, sealed.get());
            return factor(422, visit, same, Optional.of(fault.getMessage())).about("启用两步验证：验证码不正确");
        }
    }

    /** Who has a second factor shows it, and the password, before another takes its place; what is wrong otherwise. */
    private Optional<String> unproven(Visit visit, String name) {
        Office.Proof proof = house.office()
                .prove(
                        name,
                        visit.text("password"),
                        visit.text("old"),
                        visit.request().address());
        return switch (proof) {
            case RIGHT -> {
                // A recovery code that was spent changes the account, and with it what sessions are held against.
                house.office().goOn(visit.session());
                yield Optional.empty();
            }
            case WRONG -> Optional.of(frames.words().say("factor.unproven"));
            case TOO_MANY -> Optional.of(frames.words().say("factor.too-many"));
        };
    }

    private Answer factor(int status, Visit visit, Accounts.Enrolment enrolment, Optional<String> fault) {
        QrPath qr = QrPath.of(enrolment.address());
        Person person = visit.person();
        return Answer.page(
                status,
                new FactorPage(
                        frames.frame(visit, "self"),
                        enrolment.secret(),
                        new FactorPage.Drawing(qr.size(), qr.path()),
                        person.duty().isPresent(),
                        person.hasSecondFactor(),
                        person.recoveryCodes(),
                        fault));
    }
}
