package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects what differs when numbers are counted again, and how many were. Not thread-safe. */
final class Recount {
    private final List<Fault> faults = new ArrayList<>();
    private int count;

    /** Holds a published number against its recomputation; numbers are equal when their values are. */
    void expect(String path, String where, BigDecimal recomputed, String published) {
        count++;
        boolean same = published.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
                && new BigDecimal(published).compareTo(recomputed) == 0;
        if (!same) {
            differs(path, where, recomputed.toPlainString(), published);
        }
    }

    /** Holds a published word or printed number against what it must be, letter by letter. */
    void expect(String path, String where, String recomputed, String published) {
        count++;
        if (!recomputed.equals(published)) {
            differs(path, where, recomputed, published);
        }
    }

    /** Something that must hold of a published number. */
    void require(String path, String where, boolean holds, String otherwise) {
        count++;
        if (!holds) {
            faults.add(new Fault(FaultKind.NUMBER, path, where + "：" + otherwise));
        }
    }

    /** Runs a part that fails on malformed data; the failure is told, and the other parts go on. */
    void guarded(String path, String where, Runnable part) {
        try {
            part.run();
        } catch (IllegalArgumentException | ArithmeticException fault) {
            faults.add(new Fault(FaultKind.NUMBER, path, where + "：" + fault.getMessage()));
        }
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    private void differs(String path, String where, String recomputed, String published) {
        String shown = published.isEmpty() ? "空" : published;
        faults.add(new Fault(FaultKind.NUMBER, path, where + "：公布的是 " + shown + "，重算为 " + recomputed));
    }

    /** What another part found. */
    void add(Recount other) {
        faults.addAll(other.faults);
        count += other.count;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    int count() {
        return count;
    }
}
