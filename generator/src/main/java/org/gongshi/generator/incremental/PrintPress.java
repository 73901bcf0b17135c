package org.gongshi.generator.incremental;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.document.ReportPress;
import org.gongshi.generator.guard.PersonalDataGuard;
import org.gongshi.generator.render.SiteRenderer;
import org.gongshi.generator.seal.FileEntry;
import org.gongshi.generator.seal.ReleaseStage;

/** Reports become staged PDFs, or are taken over. Thread-safe: reports are pressed side by side. */
final class PrintPress {
    private final ReleaseStage stage;
    private final BuildTally tally;
    private final PrintStore store;
    private final PersonalDataGuard guard;
    private final Queue<Finding> found;

    PrintPress(ReleaseStage stage, BuildTally tally, PrintStore store, PersonalDataGuard guard, Queue<Finding> found) {
        this.stage = stage;
        this.tally = tally;
        this.store = store;
        this.guard = guard;
        this.found = found;
    }

    void print(String path, SitePlan.Print print) throws IOException {
        // It names its pictures by their digests.
        byte[] page = SiteRenderer.xhtml(print);
        Digest key = Digest.of(page);
        Optional<PrintStore.Kept> kept = store.find(path, key);
        if (kept.isPresent()) {
            stage.take(kept.get().file(), store.source(kept.get()), kept.get().modified());
            store.keep(kept.get());
            tally.documentReused();
            return;
        }
        ReportPress.Printed printed =
                tally.document(() -> ReportPress.press(page, print.published(), print.pictures()));
        // What the page says, since the text of a PDF is packed; and what the file says about itself.
        found.addAll(guard.check(path + ".xml", page));
        found.addAll(guard.check(path, printed.pdf()));
        FileEntry file = stage.add(path, printed.pdf());
        store.keep(new PrintStore.Kept(key, file, stage.modified(file), String.join("", printed.missing())));
    }
}
