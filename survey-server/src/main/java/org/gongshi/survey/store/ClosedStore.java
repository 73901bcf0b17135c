package org.gongshi.survey.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.MerkleRoot;
import org.gongshi.evaluation.satisfaction.Receipts;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Response;

/**
 * The two files of a closed survey, for reading only: what release, receipts and {@code doctor} work on. Nothing is ever
 * written, so several may be open beside a running server.
 */
public final class ClosedStore implements AutoCloseable {
    private final Connection codesFile;
    private final Connection answersFile;
    private final RowKey key;
    private final ResponseRows rows;

    private ClosedStore(Connection codesFile, Connection answersFile, RowKey key) {
        this.codesFile = codesFile;
        this.answersFile = answersFile;
        this.key = key;
        this.rows = new ResponseRows(answersFile, key);
    }

    /** Whether the folder holds the files of a closed survey. */
    public static boolean isThere(DataFolder folder) {
        return Sql.ask(() -> {
            try (Connection codes = Sqlite.openForReading(folder.codes(), CodeStore.MIGRATIONS)) {
                return hasCountsOnly(codes);
            }
        });
    }

    /**
     * Reads nothing of it; a file that cannot be read is told when somebody asks for what is in it.
     *
     * @throws StoreFault when a later program wrote the files
     */
    public static void refuseLater(DataFolder folder) {
        refuseLater(folder.codes(), CodeStore.MIGRATIONS);
        refuseLater(folder.answers(), ResponseStore.MIGRATIONS);
    }

    private static void refuseLater(Path file, List<String> migrations) {
        try {
            Sqlite.openForReading(file, migrations).close();
        } catch (SQLException unreadable) {
            // The console starts all the same, and the doctor names what is damaged.
        }
    }

    /** @throws StoreFault when the files are missing, unreadable or not those of a closed survey */
    public static ClosedStore open(DataFolder folder, RowKey key) {
        return Sql.ask(() -> {
            Connection codes = Sqlite.openForReading(folder.codes(), CodeStore.MIGRATIONS);
            try {
                if (!hasCountsOnly(codes)) {
                    throw new StoreFault("调查尚未结束，不能读取答卷");
                }
                return new ClosedStore(codes, Sqlite.openForReading(folder.answers(), ResponseStore.MIGRATIONS), key);
            } catch (SQLException | StoreFault fault) {
                codes.close();
                throw fault;
            }
        });
    }

    /**
     * Hands over every answer sheet, without its id, in no meaningful order.
     *
     * @throws StoreFault before the first sheet when any row is damaged or missing; it names them all
     */
    public void forEach(Consumer<Response> consumer) {
        Optional<String> damage = damageText(check());
        if (damage.isPresent()) {
            throw new StoreFault("答卷已损坏，不能发布：" + damage.get());
        }
        Sql.change(() -> {
            new Seal(answersFile, key, "responses").check();
            rows.forEach(consumer);
        });
    }

    /** How many answer sheets are kept, after the sealed number was held against the rows. */
    public long sealedRows() {
        return Sql.ask(() -> new Seal(answersFile, key, "responses").checked());
    }

    /** Codes given out and used, by stratum. */
    public List<IssuedCodes> issued() {
        return Sql.ask(() -> new IssuedRows(codesFile, key).read());
    }

    /** Answer sheets by stratum and mode. */
    public Map<CountKey, Long> counts() {
        return Sql.ask(rows::counts);
    }

    /** Sorted receipts (64 hex digits) that begin with the given two hex digits. */
    public List<String> receipts(String firstTwoHex) {
        Require.that(firstTwoHex.matches("[0-9a-f]{2}"), "two hex digits");
        return Sql.ask(() -> rows.receipts(Integer.parseInt(firstTwoHex, 16)));
    }

    /** The whole list of receipts in its number and its root. */
    public Receipts receipts() {
        List<String> all = new ArrayList<>();
        for (int first = 0; first < 256; first++) {
            all.addAll(receipts(String.format("%02x", first)));
        }
        return new Receipts(all.size(), MerkleRoot.ofHex(all));
    }

    /** Rows that are not as they were written. */
    public List<Damage> check() {
        return Examination.ofClosed(codesFile, answersFile, key);
    }

    /** Answer sheets and remarks that are kept, by table. */
    public Map<String, Long> rows() {
        return Sql.ask(() -> Map.of(
                "responses", Sqlite.number(answersFile, "SELECT count(*) FROM responses"),
                "box", Sqlite.number(answersFile, "SELECT count(*) FROM box")));
    }

    /** Copies both files into a folder that is there; durable when it returns. */
    public static void snapshot(DataFolder folder, Path into) {
        Snapshot.of(folder, into, copy -> {
            Files.copy(folder.codes(), copy.codes(), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(folder.answers(), copy.answers(), StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Override
    public void close() {
        Sql.change(() -> {
            codesFile.close();
            answersFile.close();
        });
    }

    private static boolean hasCountsOnly(Connection codes) throws SQLException {
        return Sqlite.number(codes, "SELECT count(*) FROM sqlite_schema WHERE name = 'issued'") == 1;
    }

    private static Optional<String> damageText(List<Damage> damages) {
        return damages.stream().map(Damage::toLine).reduce((one, other) -> one + "；" + other);
    }
}
