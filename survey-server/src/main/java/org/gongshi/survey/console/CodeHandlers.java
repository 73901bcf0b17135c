package org.gongshi.survey.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.slip.SlipFile;
import org.gongshi.survey.slip.SlipSheet;
import org.gongshi.survey.store.CodeBatch;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.CodesPage;

/** Batches of access codes (访问码批次): the slips leave the server once, in the answer to the form that made them. */
final class CodeHandlers {
    private static final int LONGEST = 80;
    private static final int MOST_ROOMS = 500;
    private static final List<CodeKind> KINDS = List.of(CodeKind.SLIP, CodeKind.SCHOOL, CodeKind.TEACHER);

    private final House house;
    private final Frames frames;
    private final Progress progress;

    CodeHandlers(House house, Frames frames, Progress progress) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/codes", Action.SEE_BATCHES, visit -> page(200, visit, List.of())),
                Route.post("/office/codes", Action.MINT_CODES, this::mint),
                Route.post("/office/codes/void", Action.VOID_CODES, this::voidBatch));
    }

    private Answer page(int status, Visit visit, List<String> faults) {
        List<Place> places = house.content().places();
        boolean live = !house.round().record().state().isOver();
        return Answer.page(
                status,
                new CodesPage(
                        frames.frame(visit, "codes"),
                        house.round().batches().stream()
                                .map(batch -> batch(batch, places))
                                .toList(),
                        live && visit.may(Action.MINT_CODES),
                        live && visit.may(Action.VOID_CODES),
                        Arrays.stream(Audience.values())
                                .map(one -> new AccountsPage.Choice(one.key(), one.label()))
                                .toList(),
                        places.stream()
                                .map(one -> new AccountsPage.Choice(one.code().value(), one.name()))
                                .toList(),
                        stages(),
                        KINDS.stream()
                                .map(one -> new AccountsPage.Choice(
                                        one.key(), frames.words().say("codes.kind." + one.key())))
                                .toList(),
                        house.baseUrl().toString(),
                        isOwnMachine(),
                        faults));
    }

    /** Whether slips would lead to this machine alone, where no phone comes. */
    private boolean isOwnMachine() {
        String host = house.baseUrl().getHost();
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private List<AccountsPage.Choice> stages() {
        var none = new AccountsPage.Choice("", frames.words().say("codes.stage.none"));
        return Stream.concat(
                        Stream.of(none),
                        Arrays.stream(SchoolStage.values()).map(one -> new AccountsPage.Choice(one.key(), one.label())))
                .toList();
    }

    private static CodesPage.Batch batch(CodeBatch batch, List<Place> places) {
        Stratum stratum = batch.stratum();
        return new CodesPage.Batch(
                batch.number(),
                name(places, stratum),
                stratum.audience().label(),
                stratum.stage().map(SchoolStage::label).orElse(""),
                Long.toString(batch.codes()),
                Long.toString(batch.voided()));
    }

    private static String name(List<Place> places, Stratum stratum) {
        return places.stream()
                .filter(place -> place.code().equals(stratum.place()))
                .map(Place::name)
                .findFirst()
                .orElse(stratum.place().value());
    }

    private Answer mint(Visit visit) {
        List<String> faults = new ArrayList<>();
        Optional<Audience> audience = Audience.ofKey(visit.text("audience"));
        Optional<Place> place = house.content().places().stream()
                .filter(one -> one.code().value().equals(visit.text("place")))
                .findFirst();
        Optional<CodeKind> kind = CodeKind.ofKey(
                        visit.text("kind").isEmpty() ? CodeKind.SLIP.key() : visit.text("kind"))
                .filter(KINDS::contains);
        boolean rooms = kind.equals(Optional.of(CodeKind.TEACHER));
        int most = rooms ? MOST_ROOMS : MintOrder.MOST;
        Optional<Integer> count = number(visit.text("count"), most);
        Optional<Integer> seats = number(visit.text("seats"), MintOrder.MOST_SEATS);
        Optional<Integer> people = number(visit.text("people"), MintOrder.MOST);
        Optional<SlipFile> format = SlipFile.ofKey(visit.text("format"));
        require(audience.isPresent(), faults, "codes.audience.wrong");
        require(place.isPresent(), faults, "codes.place.wrong");
        require(kind.isPresent(), faults, "codes.kind.wrong");
        require(count.isPresent(), faults, "codes.count.wrong", most);
        require(!rooms || seats.isPresent(), faults, "codes.seats.wrong", MintOrder.MOST_SEATS);
        require(people.isPresent() || visit.text("people").isBlank(), faults, "codes.people.wrong", MintOrder.MOST);
        require(format.isPresent(), faults, "codes.format.wrong");
        if (!faults.isEmpty()) {
            return page(422, visit, faults).about(String.join("；", faults));
        }
        var stratum = new Stratum(place.get().code(), audience.get(), SchoolStage.ofKey(visit.text("stage")));
        var order = new MintOrder(
                kind.get(),
                stratum,
                school(visit),
                rooms ? seats.get() : count.get(),
                people.isPresent() && kind.get() == CodeKind.SCHOOL
                        ? OptionalInt.of(people.get())
                        : OptionalInt.empty());
        try {
            // Every room is a printing of its own, so that one can be made void without the others.
            List<MintedBatch> minted = house.round().mint(Collections.nCopies(rooms ? count.get() : 1, order));
            progress.forget();
            List<String> notes = minted.get(0).notes();
            if (!notes.isEmpty()) {
                frames.flash(visit, "codes.notes", String.join("；", notes));
            }
            return slips(order, place.get(), minted, format.get());
        } catch (RoundFault fault) {
            return page(422, visit, fault.lines()).about(String.join("；", fault.lines()));
        }
    }

    private void require(boolean right, List<String> faults, String key, Object... values) {
        if (!right) {
            faults.add(frames.words().say(key, values));
        }
    }

    private static Optional<Integer> number(String text, int most) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .filter(number -> number <= most);
    }

    private static Optional<String> school(Visit visit) {
        String label = visit.text("school").replaceAll("\\p{Cc}", " ").strip();
        return Optional.of(label.length() > LONGEST ? label.substring(0, LONGEST) : label)
                .filter(one -> !one.isEmpty());
    }

    private Answer slips(MintOrder order, Place place, List<MintedBatch> minted, SlipFile format) {
        SlipSheet sheet = sheet(frames.title(), house.baseUrl(), order.kind(), order.stratum(), place.name(), minted);
        String what = place.name() + "-" + order.stratum().audience().label() + "-第" + sheet.batches() + "批";
        return Answer.download(
                        order.kind().label().replace("个人", "") + "-" + what + "." + format.ending(),
                        format.type(),
                        format.bytes(sheet))
                .about("第 " + sheet.batches() + " 批，" + place.name()
                        + order.stratum().audience().label() + " " + sheet.codes() + " 个"
                        + order.kind().label());
    }

    /** What is printed of one batch or several. */
    static SlipSheet sheet(
            String title, URI baseUrl, CodeKind kind, Stratum stratum, String place, List<MintedBatch> minted) {
        return new SlipSheet(
                title,
                kind,
                stratum.audience(),
                place,
                stratum.stage(),
                baseUrl,
                minted.stream()
                        .map(one -> new SlipSheet.Printing(one.number(), one.codes()))
                        .toList());
    }

    private Answer voidBatch(Visit visit) {
        Optional<Integer> number = number(visit.text("batch"), MintOrder.MOST);
        if (!visit.isSure() || number.isEmpty()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
        int voided = house.round().voidBatch(number.get());
        progress.forget();
        if (voided == 0) {
            throw new RoundFault(frames.words().say("codes.void.none"));
        }
        frames.flash(visit, "codes.void.done", number.get(), voided);
        return Answer.go("/office/codes").about("第 " + number.get() + " 批，" + voided + " 个");
    }
}
