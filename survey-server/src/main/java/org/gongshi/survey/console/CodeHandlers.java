package org.gongshi.survey.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** So many rooms at once at most, as on the command line. */
    private static final int MOST_ROOMS = 500;

    /** What can be chosen, the usual first. */
    private static final Map<String, CodeKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("slip", CodeKind.SLIP);
        KINDS.put("school", CodeKind.SCHOOL);
        KINDS.put("room", CodeKind.TEACHER);
    }

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
                        KINDS.keySet().stream()
                                .map(kind -> new AccountsPage.Choice(
                                        kind, frames.words().say("codes.kind." + kind)))
                                .toList(),
                        MintOrder.MOST_SEATS,
                        faults));
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
        List<Place> places = house.content().places();
        Optional<Place> place = places.stream()
                .filter(one -> one.code().value().equals(visit.text("place")))
                .findFirst();
        Optional<Integer> count = count(visit.text("count"));
        Optional<SlipFile> format = SlipFile.ofKey(visit.text("format"));
        require(audience.isPresent(), faults, "codes.audience.wrong");
        require(place.isPresent(), faults, "codes.place.wrong");
        require(count.isPresent(), faults, "codes.count.wrong", MintOrder.MOST);
        require(format.isPresent(), faults, "codes.format.wrong");
        // A form of before has no kind: it meant slips.
        CodeKind kind = visit.text("kind").isEmpty() ? CodeKind.SLIP : KINDS.get(visit.text("kind"));
        require(kind != null, faults, "codes.kind.wrong");
        OptionalInt people = number(visit.text("people"));
        boolean noPeople = visit.text("people").isBlank();
        require(
                noPeople || kind == CodeKind.SCHOOL && people.isPresent(),
                faults,
                "codes.people.wrong",
                MintOrder.MOST);
        OptionalInt seats = number(visit.text("seats"));
        boolean room = kind == CodeKind.TEACHER;
        boolean rightSeats = room
                ? seats.isPresent() && seats.getAsInt() <= MintOrder.MOST_SEATS && count.orElse(1) <= MOST_ROOMS
                : visit.text("seats").isBlank();
        require(rightSeats, faults, "codes.seats.wrong", MintOrder.MOST_SEATS, MOST_ROOMS);
        if (!faults.isEmpty()) {
            return page(422, visit, faults).about(String.join("；", faults));
        }
        var stratum = new Stratum(place.get().code(), audience.get(), SchoolStage.ofKey(visit.text("stage")));
        try {
            var order = new MintOrder(kind, stratum, school(visit), room ? seats.getAsInt() : count.get(), people);
            // Every room is a printing of its own, so that one can be made void without the others.
            List<MintedBatch> minted = house.round().mint(Collections.nCopies(room ? count.get() : 1, order));
            progress.forget();
            SlipSheet sheet = sheet(
                    frames.title(), house.baseUrl(), kind, stratum, place.get().name(), minted);
            return slips(sheet, format.get())
                    .about("第 " + sheet.batches() + " 批，" + place.get().name()
                            + audience.get().label() + kind.label() + " " + sheet.codes() + " 个"
                            + (people.isPresent() ? "，发给 " + people.getAsInt() + " 人" : ""));
        } catch (RoundFault fault) {
            return page(422, visit, fault.lines()).about(String.join("；", fault.lines()));
        }
    }

    private void require(boolean right, List<String> faults, String key, Object... values) {
        if (!right) {
            faults.add(frames.words().say(key, values));
        }
    }

    private static Optional<Integer> count(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .filter(number -> number <= MintOrder.MOST);
    }

    private static OptionalInt number(String text) {
        return count(text).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Optional<String> school(Visit visit) {
        String label = visit.text("school").replaceAll("\\p{Cc}", " ").strip();
        return Optional.of(label.length() > LONGEST ? label.substring(0, LONGEST) : label)
                .filter(one -> !one.isEmpty());
    }

    private static Answer slips(SlipSheet sheet, SlipFile format) {
        String name = "访问码-" + sheet.place() + "-" + sheet.audience().label() + "-第" + sheet.batches() + "批."
                + format.ending();
        return Answer.download(name, format.type(), format.bytes(sheet));
    }

    /** What is printed of a batch of slips. */
    static SlipSheet sheet(String title, URI baseUrl, Stratum stratum, String place, MintedBatch minted) {
        return sheet(title, baseUrl, CodeKind.SLIP, stratum, place, List.of(minted));
    }

    private static SlipSheet sheet(
            String title, URI baseUrl, CodeKind kind, Stratum stratum, String place, List<MintedBatch> minted) {
        return new SlipSheet(
                title,
                kind,
                stratum.audience(),
                place,
                stratum.stage(),
                baseUrl,
                minted.stream()
                        .map(batch -> new SlipSheet.Printing(batch.number(), batch.codes()))
                        .toList());
    }

    private Answer voidBatch(Visit visit) {
        Optional<Integer> number = count(visit.text("batch"));
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
