package org.gongshi.survey.round;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeMint;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.intake.Gate;
import org.gongshi.survey.intake.Writer;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.store.CodeRow;
import org.gongshi.survey.store.CodeState;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.IssuedCodes;
import org.gongshi.survey.store.SurveyStore;

/** A survey that has not been closed: its store, its pepper, its writer. */
final class LiveSurvey implements AutoCloseable {
    private final SurveyStore store;
    private final Pepper pepper;
    private final Writer writer;
    private final SecureRandom random;

    LiveSurvey(SurveyFiles files, RowKey rowKey, SecureRandom random, Supplier<Gate> gate) {
        this.random = random;
        // Codes without the pepper that made them would be worthless: it is made only for a survey without codes.
        this.pepper = Files.exists(files.folder().codes())
                ? Pepper.read(files.pepper())
                : Pepper.readOrCreate(files.pepper(), random);
        this.store = new SurveyStore(files.folder(), rowKey, random);
        this.writer = new Writer(store, pepper, random, gate);
    }

    Writer writer() {
        return writer;
    }

    List<IssuedCodes> issued() {
        return writer.exclusively(() -> store.codes().issued());
    }

    /** All printings in one step, in the order given: they are all on file, or none is. */
    List<MintedBatch> mint(List<MintOrder> orders, List<List<String>> notes) {
        List<List<AccessCode>> codes = orders.stream()
                .map(order -> new CodeMint(random).mint(order.count()))
                .toList();
        int first = writer.exclusively(() -> {
            int batch = store.codes().nextBatch();
            List<CodeRow> rows = new ArrayList<>();
            for (int at = 0; at < orders.size(); at++) {
                MintOrder order = orders.get(at);
                int number = batch + at;
                int cluster = cluster(order, number);
                for (AccessCode code : codes.get(at)) {
                    rows.add(new CodeRow(pepper.hash(code), order.stratum(), cluster, number, CodeState.UNUSED));
                }
            }
            store.codes().add(rows);
            return batch;
        });
        List<MintedBatch> batches = new ArrayList<>();
        for (int at = 0; at < orders.size(); at++) {
            batches.add(new MintedBatch(first + at, codes.get(at), notes.get(at)));
        }
        return batches;
    }

    /** The public has no schools; a printing without a school's name counts as one school. */
    private int cluster(MintOrder order, int batch) {
        if (!order.stratum().audience().isSampledBySchool()) {
            return 0;
        }
        // A label holds no line end, so no school is taken for a printing.
        return pepper.cluster(order.stratum().place(), order.school().orElse("printing\n" + batch));
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
        return writer.exclusively(() -> store.codes().voidBatch(number));
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
            if (damages.isEmpty()
                    && !writer.counts().now().equals(store.responses().counts())) {
                damages.add(new Damage("responses", "（实时计数）", "内存中的计数与答卷不符"));
            }
            boolean cellsAgree = !damages.isEmpty()
                    || writer.counts()
                            .cells()
                            .filter(cells -> !cells.agreesWith(cells.recount(store.responses()::forEach)))
                            .isEmpty();
            if (!cellsAgree) {
                damages.add(new Damage("responses", "（计数单元）", "内存中按学校、题目和选项的计数与重新清点的结果不符"));
            }
            return damages;
        });
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
