package org.gongshi.survey.round;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.CodeMint;
import org.gongshi.survey.access.OpenDoor;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.intake.Gate;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.SchoolRoll;
import org.gongshi.survey.intake.Writer;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.store.CodeBatch;
import org.gongshi.survey.store.CodeRow;
import org.gongshi.survey.store.CodeState;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.IssuedCodes;
import org.gongshi.survey.store.SurveyStore;

/** A survey that has not been closed: its store, its pepper, its writer. */
final class LiveSurvey implements AutoCloseable {
    private final SurveyStore store;
    private final Pepper pepper;
    private final Writer writer;
    private final SecureRandom random;

    /** @param mark of the pepper that the codes were made with, when that was noted */
    LiveSurvey(SurveyFiles files, RowKey rowKey, Optional<String> mark, SecureRandom random, Supplier<Gate> gate) {
        this.random = random;
        // Codes without the pepper that made them would be worthless: it is made only for a survey without codes.
        this.pepper = Files.exists(files.folder().codes())
                ? Pepper.read(files.pepper(), mark)
                : Pepper.readOrCreate(files.pepper(), random);
        this.store = new SurveyStore(files.folder(), rowKey, random);
        this.writer = new Writer(store, pepper, random, gate);
    }

    String mark() {
        return pepper.mark();
    }

    Writer writer() {
        return writer;
    }

    PaperDesk paper() {
        return new PaperDesk(store, writer, pepper, random);
    }

    OpenDoor openDoor() {
        return pepper.openDoor();
    }

    /** Begins to count what is stored. */
    void count(LockedForms forms) {
        writer.count(forms);
    }

    /** At once when all is counted, else from the table. */
    Map<CountKey, Long> counts() {
        return writer.counts()
                .now()
                .orElseGet(() -> writer.exclusively(() -> store.responses().counts()));
    }

    Map<CountKey, Long> doubted() {
        return writer.counts().doubted();
    }

    List<SchoolRoll> beyond() {
        return writer.counts().beyond();
    }

    /** For how many people schools' codes are meant. */
    void watch(List<SchoolRoll> rolls) {
        writer.counts().rolls(rolls);
    }

    /** What the printings say about how many people a school has. */
    List<SchoolRoll> rolls(List<MintOrder> orders, List<MintedBatch> minted) {
        List<SchoolRoll> rolls = new ArrayList<>();
        for (int at = 0; at < orders.size(); at++) {
            MintOrder order = orders.get(at);
            int batch = minted.get(at).number();
            if (order.people().isPresent()) {
                rolls.add(SchoolRoll.of(
                        order.stratum(), cluster(order, batch), order.people().getAsInt(), batch));
            }
        }
        return rolls;
    }

    /** The cells, when all is counted. */
    Optional<LiveTally> cells() {
        return writer.counts().cells();
    }

    List<IssuedCodes> issued() {
        return writer.exclusively(() -> writer.counts().issued().or(store.codes()::issued));
    }

    List<CodeBatch> batches() {
        return writer.exclusively(() -> store.codes().batches());
    }

    /** All printings in one step, in the order given: they are all on file, or none is. */
    List<MintedBatch> mint(List<MintOrder> orders, List<List<String>> notes) {
        List<List<AccessCode>> codes = orders.stream().map(this::codes).toList();
        int first = writer.exclusively(() -> {
            int batch = store.codes().nextBatch();
            List<CodeRow> rows = new ArrayList<>();
            for (int at = 0; at < orders.size(); at++) {
                rows.addAll(rows(orders.get(at), codes.get(at), batch + at));
            }
            store.codes().add(rows);
            writer.counts().issued().forget();
            return batch;
        });
        List<MintedBatch> batches = new ArrayList<>();
        for (int at = 0; at < orders.size(); at++) {
            batches.add(new MintedBatch(first + at, codes.get(at), notes.get(at)));
        }
        return batches;
    }

    /** What is printed: of a room only its teacher's code, from which the seats follow. */
    private List<AccessCode> codes(MintOrder order) {
        var mint = new CodeMint(random);
        return switch (order.kind()) {
            case SLIP, SEAT -> mint.mint(order.count());
            case TEACHER -> List.of(mint.mintShared());
            case SCHOOL ->
                Stream.generate(mint::mintShared).limit(order.count()).toList();
        };
    }

    private List<CodeRow> rows(MintOrder order, List<AccessCode> printed, int batch) {
        int cluster = cluster(order, batch);
        List<CodeRow> rows = new ArrayList<>();
        for (AccessCode code : printed) {
            rows.add(row(order, code, order.kind(), cluster, batch));
            for (int seat = 1; order.kind() == CodeKind.TEACHER && seat <= order.count(); seat++) {
                rows.add(row(order, CodeMint.seat(code, seat), CodeKind.SEAT, cluster, batch));
            }
        }
        return rows;
    }

    private CodeRow row(MintOrder order, AccessCode code, CodeKind kind, int cluster, int batch) {
        return new CodeRow(pepper.hash(code), kind, order.stratum(), cluster, batch, CodeState.UNUSED);
    }

    /** The public has no schools; a printing without a school's name counts as one school. */
    private int cluster(MintOrder order, int batch) {
        if (!order.stratum().audience().isSampledBySchool()) {
            return 0;
        }
        // A label holds no line end, so no school is taken for a printing.
        return pepper.cluster(order.stratum().place(), order.school().orElse("printing\n" + batch));
    }

    /** The room that a teacher's code opens; empty for any other code. */
    Optional<Room> room(AccessCode teacher) {
        return writer.exclusively(() -> {
            List<Room.Seat> seats = seats(teacher);
            return find(teacher, CodeKind.TEACHER)
                    .filter(row -> !seats.isEmpty())
                    .map(row -> new Room(teacher, row.stratum(), seats));
        });
    }

    private List<Room.Seat> seats(AccessCode teacher) {
        List<Room.Seat> seats = new ArrayList<>();
        for (int number = 1; teacher.isShared() && number <= MintOrder.MOST_SEATS; number++) {
            AccessCode code = CodeMint.seat(teacher, number);
            Optional<CodeRow> row = find(code, CodeKind.SEAT);
            if (row.isEmpty()) {
                break;
            }
            seats.add(new Room.Seat(code, row.get().state().isSpent()));
        }
        return seats;
    }

    private Optional<CodeRow> find(AccessCode code, CodeKind kind) {
        return store.codes()
                .find(pepper.hash(code))
                .filter(row -> row.kind() == kind && !row.state().equals(CodeState.VOID));
    }

    /** The base weights by the numbers of the schools: the pepper tells them for the last time. */
    List<SchoolWeight> weights(List<BaseWeight> weights) {
        return weights.stream()
                .map(each -> new SchoolWeight(
                        new Stratum(each.place(), each.audience(), each.stage()),
                        each.school()
                                .map(school -> pepper.cluster(each.place(), school))
                                .orElse(0),
                        each.weight()))
                .sorted(Comparator.comparing(SchoolWeight::stratum).thenComparing(SchoolWeight::cluster))
                .toList();
    }

    int voidBatch(int number) {
        return writer.exclusively(() -> {
            int last = store.codes().nextBatch() - 1;
            if (number > last) {
                throw new RoundFault(
                        "没有第 " + number + " 批访问码（" + (last == 0 ? "还没有生成过" : "只到第 " + last + " 批") + "；批次号印在码条上）");
            }
            writer.counts().issued().forget();
            return store.codes().voidBatch(number);
        });
    }

    void snapshot(Path into) {
        writer.exclusively(() -> {
            store.snapshot(into);
            return true;
        });
    }

    /** The rows against their seals, and the running counts against the rows. */
    List<Damage> check() {
        return writer.exclusively(() -> {
            List<Damage> damages = new ArrayList<>(store.check());
            if (damages.isEmpty()) {
                writer.counts().finish(store);
                damages.addAll(checkCounts());
            }
            return damages;
        });
    }

    private List<Damage> checkCounts() {
        List<Damage> damages = new ArrayList<>();
        if (writer.counts()
                .now()
                .filter(now -> !now.equals(store.responses().counts()))
                .isPresent()) {
            damages.add(new Damage("responses", "（实时计数）", "内存中的计数与答卷不符"));
        }
        if (writer.counts()
                .cells()
                .filter(cells -> !cells.agreesWith(cells.recount(store.responses()::forEach)))
                .isPresent()) {
            damages.add(new Damage("responses", "（计数单元）", "内存中按学校、题目和选项的计数与重新清点的结果不符"));
        }
        if (!writer.counts()
                .issued()
                .or(store.codes()::issued)
                .equals(store.codes().issued())) {
            damages.add(new Damage("codes", "（实时计数）", "内存中的发码与用码数与访问码表不符"));
        }
        return damages;
    }

    /** Writes the copies that outlive the close; nothing is taken in any more. */
    void prepareClose(Runnable first) {
        writer.exclusively(() -> {
            first.run();
            store.prepareClose();
            return true;
        });
        writer.close();
    }

    @Override
    public void close() {
        writer.close();
    }
}
