package org.gongshi.survey.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Response;

/** Anonymous answer sheets and the box of remarks, never a code, never a time. Belongs to one thread. */
public final class ResponseStore {
    static final List<String> MIGRATIONS = List.of(ResponseRows.TABLE + RemarkBox.TABLE + Seal.TABLE);

    private final Connection connection;
    private final RowKey key;
    private final ResponseRows rows;
    private final RemarkBox box;
    private final Seal seal;
    private final Transaction transaction;
    private final Mixer mixer;
    private final PreparedStatement contains;

    ResponseStore(Connection connection, RowKey key, SecureRandom random) throws SQLException {
        this.connection = connection;
        this.key = key;
        this.rows = new ResponseRows(connection, key);
        this.box = new RemarkBox(connection, key, random);
        this.seal = new Seal(connection, key, "responses");
        this.transaction = new Transaction(connection);
        this.mixer = new Mixer(connection, random, "responses", ResponseRows.COLUMNS);
        this.contains = connection.prepareStatement("SELECT 1 FROM responses WHERE id = ?");
        seal.checkUnlessLong();
        box.checkCount();
    }

    /**
     * An answer sheet under its id.
     *
     * @param text its answers as they are stored, from {@link #text}
     */
    public record Entry(Digest id, Response response, String text) {
        public Entry(Digest id, Response response) {
            this(id, response, ResponseStore.text(response.answers()));
        }
    }

    /** Answers as they are stored; made by many threads, so that the one writer need not. */
    public static String text(Map<String, Answer> answers) {
        return StoredAnswers.write(answers);
    }

    public boolean contains(Digest id) {
        return Sql.ask(() -> {
            contains.setBytes(1, HexFormat.of().parseHex(id.hex()));
            try (ResultSet row = contains.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Puts the sheets and the remarks of a batch in, each in an order of its own; not durable before the commit. */
    public void add(List<Entry> entries, List<Remark> remarks) {
        Sql.change(() -> {
            transaction.begin();
            List<Object[]> added =
                    entries.stream().map(entry -> rows.row(entry)).toList();
            seal.add(mixer.insert(added));
            if (!remarks.isEmpty()) {
                box.add(remarks);
            }
        });
    }

    /** Makes the changes durable. */
    public void commit() {
        Sql.change(transaction::commit);
    }

    /** Cuts the log: nothing of a batch stays readable beside the table. */
    public void truncateLog() {
        Sql.change(transaction::truncateLog);
    }

    /**
     * Hands over every stored sheet, without its id, in no meaningful order.
     *
     * @throws StoreFault at the first row that is not as it was written
     */
    public void forEach(Consumer<Response> consumer) {
        Sql.change(() -> rows.forEach(consumer));
    }

    /**
     * Hands over the next sheets in the order of their ids.
     *
     * @param last the id after which to begin; empty for the first sheets
     * @return the id of the last one handed over; empty when there were none
     * @throws StoreFault at the first row that is not as it was written
     */
    public Optional<Digest> after(Optional<Digest> last, int limit, BiConsumer<Digest, Response> consumer) {
        return Sql.ask(() -> rows.after(last, limit, consumer));
    }

    /** The sealed number of sheets. @throws StoreFault when the table holds another number */
    public long sealedRows() {
        return Sql.ask(seal::checked);
    }

    /** Answer sheets by stratum and mode, counted from the rows. */
    public Map<CountKey, Long> counts() {
        return Sql.ask(rows::counts);
    }
}
