package org.gongshi.survey.console;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.OfficeFault;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.office.Session;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.OncePage;

/** The accounts of the office (账号管理); nobody changes the own role, state or first password here. */
final class AccountHandlers {
    private static final Action ACTION = Action.MANAGE_ACCOUNTS;
    private static final String SEPARATOR = "\n";

    private final House house;
    private final Frames frames;

    AccountHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/accounts", ACTION, this::show),
                Route.post("/office/accounts", ACTION, this::add),
                Route.get("/office/accounts/first", ACTION, this::first),
                Route.post("/office/accounts/{name}/role", ACTION, this::changeRole),
                Route.post("/office/accounts/{name}/reset", ACTION, this::reset),
                Route.post("/office/accounts/{name}/disable", ACTION, visit -> enable(visit, false)),
                Route.post("/office/accounts/{name}/enable", ACTION, visit -> enable(visit, true)));
    }

    private Answer show(Visit visit) {
        return page(200, visit, AccountsPage.Typed.NOTHING, Optional.empty());
    }

    private Answer page(int status, Visit visit, AccountsPage.Typed typed, Optional<String> fault) {
        List<Place> places = house.content().places();
        return Answer.page(
                status,
                new AccountsPage(
                        frames.frame(visit, "accounts"),
                        house.office().accounts().all().stream()
                                .map(person -> line(visit, person, places))
                                .toList(),
                        Arrays.stream(Role.values())
                                .map(role -> new AccountsPage.Choice(role.key(), role.label()))
                                .toList(),
                        places.stream()
                                .map(place ->
                                        new AccountsPage.Choice(place.code().value(), place.name()))
                                .toList(),
                        typed,
                        fault));
    }

    private static AccountsPage.Line line(Visit visit, Person person, List<Place> places) {
        String state = person.enabled() ? person.fresh() ? "fresh" : "active" : "disabled";
        String code = person.place().map(PlaceCode::value).orElse("");
        String place = places.stream()
                .filter(one -> one.code().value().equals(code))
                .map(Place::name)
                .findFirst()
                .orElse(code);
        return new AccountsPage.Line(
                person.name(),
                person.person(),
                person.role().key(),
                person.role().label(),
                code,
                place,
                state,
                person.hasSecondFactor(),
                person.enabled(),
                person.name().equals(visit.person().name()));
    }

    private Answer add(Visit visit) {
        var typed = new AccountsPage.Typed(
                visit.text("name").strip(), visit.text("person").strip(), visit.text("role"), visit.text("place"));
        try {
            Role role = role(visit);
            String first = house.office().accounts().add(typed.name(), typed.person(), role, place(visit));
            return once(visit, typed.name(), first)
                    .about("新增 " + typed.name() + "（" + role.label() + "，" + typed.person() + "）");
        } catch (OfficeFault fault) {
            return page(422, visit, typed, Optional.of(fault.getMessage())).about(fault.getMessage());
        }
    }

    private Answer reset(Visit visit) {
        String name = other(visit);
        String first = house.office().accounts().reset(name);
        house.office().sessions().endAll(name);
        return once(visit, name, first).about("重置 " + name);
    }

    /** A first password stands on a page of its own that cannot be loaded again: a reload would add the account twice. */
    private Answer once(Visit visit, String name, String first) {
        house.office().sessions().keep(visit.session(), Session.Slot.ONCE, name + SEPARATOR + first);
        return Answer.go("/office/accounts/first");
    }

    private Answer first(Visit visit) {
        Optional<String> kept = house.office().sessions().take(visit.session(), Session.Slot.ONCE);
        List<String> parts = kept.map(text -> List.of(text.split(SEPARATOR))).orElse(List.of("", ""));
        return Answer.page(new OncePage(
                frames.frame(visit, "accounts"),
                kept.isPresent() ? "password" : "gone",
                parts.get(0),
                kept.isPresent() ? List.of(parts.get(1)) : List.of(),
                "/office/accounts"));
    }

    private Answer changeRole(Visit visit) {
        String name = other(visit);
        Role role = role(visit);
        house.office().accounts().changeRole(name, role, place(visit));
        house.office().sessions().endAll(name);
        frames.flash(visit, "accounts.done.role", name);
        return Answer.go("/office/accounts").about(name + " 改为 " + role.label());
    }

    private Answer enable(Visit visit, boolean enabled) {
        String name = other(visit);
        house.office().accounts().enable(name, enabled);
        house.office().sessions().endAll(name);
        frames.flash(visit, enabled ? "accounts.done.enable" : "accounts.done.disable", name);
        return Answer.go("/office/accounts").about((enabled ? "恢复 " : "停用 ") + name);
    }

    private String other(Visit visit) {
        String name = visit.request().parts().get("name");
        if (name.equals(visit.person().name())) {
            throw new OfficeFault("不能在这里变更本人账号，请由另一位管理员办理");
        }
        return name;
    }

    private static Role role(Visit visit) {
        return Role.ofKey(visit.text("role")).orElseThrow(() -> new OfficeFault("请选择角色"));
    }

    private Optional<PlaceCode> place(Visit visit) {
        String code = visit.text("place");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(house.content().places().stream()
                .map(Place::code)
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElseThrow(() -> new OfficeFault("没有这个地区")));
    }
}
