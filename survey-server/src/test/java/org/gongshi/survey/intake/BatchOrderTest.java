package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.Remark;
import org.gongshi.survey.store.ResponseStore;
import org.gongshi.survey.store.SurveyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch is written in an order that is not that of its arrival: codes and answers are touched in the drawn one alone. */
class BatchOrderTest {
    private static final int BATCHES = 40;
    private static final int TICKETS = 16;

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private SurveyFiles files;

    @BeforeEach
    void prepare() {
        files = SurveyFixture.files(folder);
        try (SurveyRound round = SurveyFixture.round(folder)) {
            round.open();
        }
    }

    @Test
    void who_came_first_is_written_anywhere() {
        assertThat(batchesBegunByTheFirst(false)).isLessThan(BATCHES / 3);
    }

    @Test
    void without_the_shuffle_who_came_first_is_written_first() {
        assertThat(batchesBegunByTheFirst(true)).isEqualTo(BATCHES);
    }

    private long batchesBegunByTheFirst(boolean asTheyCame) {
        Pepper pepper = Pepper.read(files.pepper());
        var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), random);
        try {
            var protocol = new Watched(store, pepper, asTheyCame);
            long found = 0;
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Ticket> tickets = new ArrayList<>();
                for (int person = 0; person < TICKETS; person++) {
                    Submission form = SurveyFixture.openLink(SurveyFixture.nonce());
                    tickets.add(new Ticket(form, Nonce.parse(form.nonce()).orElseThrow()));
                }
                Protocol.Judged judged = protocol.judge(tickets, SurveyFixture.forms());
                protocol.spend(judged);
                protocol.prepare(judged);
                protocol.keep(judged);
                assertThat(protocol.written).hasSize(TICKETS);
                found += protocol.written.get(0).id().equals(tickets.get(0).responseId()) ? 1 : 0;
            }
            return found;
        } finally {
            store.close();
        }
    }

    /** Sees in which order a batch reaches the store. */
    private final class Watched extends Protocol {
        private final boolean asTheyCame;
        private List<ResponseStore.Entry> written = List.of();

        Watched(SurveyStore store, Pepper pepper, boolean asTheyCame) {
            super(store, pepper, random, new LiveCounts());
            this.asTheyCame = asTheyCame;
        }

        @Override
        List<Ticket> shuffled(List<Ticket> batch) {
            return asTheyCame ? batch : super.shuffled(batch);
        }

        @Override
        void write(List<ResponseStore.Entry> entries, List<Remark> remarks) {
            written = List.copyOf(entries);
            super.write(entries, remarks);
        }
    }
}
