package org.gongshi.survey.office;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.store.AuditRow;
import org.gongshi.survey.store.OfficeStore;

/**
 * The log of the office (审计日志): append-only, every line bound to the one before by SHA-256 and sealed under the office's key, the
 * length sealed as well. Whoever has the file alone cannot change, insert, drop or cut off a line unseen. Who has the key too,
 * can be found by the head that somebody wrote down elsewhere. Thread-safe.
 */
public final class AuditLog {
    private static final String ZEROS = "0".repeat(64);
    private static final int OBJECT = 300;
    private static final int BLOCK = 500;

    private final OfficeStore store;
    private final OfficeKey key;
    private final Clock clock;

    AuditLog(OfficeStore store, OfficeKey key, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.key = Objects.requireNonNull(key, "key");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Writes a line; durable when this returns. */
    public void write(String account, String role, String what, String object, AuditEntry.Outcome outcome) {
        store.append(
                last -> {
                    long number = last.map(AuditRow::number).orElse(0L) + 1;
                    String previous = last.map(AuditRow::hash).orElse(ZEROS);
                    var entry = new AuditEntry(
                            number,
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            plain(account),
                            role,
                            what,
                            plain(object),
                            outcome);
                    String hash = hash(previous, entry.json());
                    return new AuditRow(number, entry.json(), previous, hash, key.seal("audit", hash));
                },
                this::head);
    }

    public void write(Person person, String what, String object, AuditEntry.Outcome outcome) {
        write(person.name(), person.role().key(), what, object, outcome);
    }

    /** What came from outside is cut to a line of a bearable length. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cs}]+", " ");
        return line.length() <= OBJECT ? line : line.substring(0, OBJECT) + "…";
    }

    public long length() {
        return store.auditLength();
    }

    /** Entries with a number above {@code after}, oldest first. */
    public List<AuditEntry> entries(long after, int most) {
        return store.audit(after, most).stream()
                .map(row -> AuditEntry.read(row.entry()))
                .toList();
    }

    /** Whether a line that was done holds a text, such as the digest of what was recorded. */
    public boolean tells(String text) {
        long after = 0;
        List<AuditEntry> some = entries(after, BLOCK);
        while (!some.isEmpty()) {
            if (some.stream().anyMatch(entry -> entry.object().contains(text))) {
                return true;
            }
            after = some.get(some.size() - 1).number();
            some = entries(after, BLOCK);
        }
        return false;
    }

    /** What a check found. @param head hash of the last line, to be written down elsewhere; faults in Chinese, one a line */
    public record Check(long lines, String head, List<String> faults) {
        public Check {
            faults = List.copyOf(faults);
        }

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    /**
     * Follows the chain from its first line to its last.
     *
     * @param known a head that was written down earlier: it must still be in the chain
     */
    public Check check(Optional<String> known) {
        List<String> faults = new ArrayList<>();
        String previous = ZEROS;
        long number = 0;
        boolean met = known.isEmpty();
        List<AuditRow> rows = store.audit(0, BLOCK);
        while (!rows.isEmpty()) {
            for (AuditRow row : rows) {
                check(row, number + 1, previous, faults);
                number = row.number();
                previous = row.hash();
                met = met || row.hash().equals(known.get());
            }
            rows = store.audit(number, BLOCK);
        }
        Optional<String> sealed = store.auditHead();
        if (number > 0 && !sealed.equals(Optional.of(headText(number, previous)))) {
            faults.add("日志末尾与封存的记录数不符：末尾可能被截去");
        }
        if (number == 0 && sealed.isPresent()) {
            faults.add("日志被清空");
        }
        if (!met) {
            faults.add("日志中找不到以前记下的摘要 " + known.get() + "：日志可能被整个重写");
        }
        return new Check(number, previous, faults);
    }

    private void check(AuditRow row, long number, String previous, List<String> faults) {
        if (row.number() != number) {
            faults.add("第 " + number + " 条缺失");
        }
        if (!row.previous().equals(previous)) {
            faults.add("第 " + row.number() + " 条没有接在上一条之后");
        }
        if (!row.hash().equals(hash(row.previous(), row.entry()))) {
            faults.add("第 " + row.number() + " 条的内容已被改动");
        }
        if (!OfficeKey.same(row.mac(), key.seal("audit", row.hash()))) {
            faults.add("第 " + row.number() + " 条的封存码不符");
        }
    }

    private String head(AuditRow row) {
        return headText(row.number(), row.hash());
    }

    private String headText(long number, String hash) {
        return number + " " + hash + " " + key.seal("audit-head", Long.toString(number), hash);
    }

    private static String hash(String previous, String entry) {
        return Digest.of((previous + "\n" + entry).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
