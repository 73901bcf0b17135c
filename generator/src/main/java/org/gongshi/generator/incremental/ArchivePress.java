package org.gongshi.generator.incremental;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gongshi.evaluation.archive.ArchivedReport;
import org.gongshi.evaluation.content.ArchiveLine;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.source.ArchiveReports;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.generator.compose.ArchiveComposer;
import org.gongshi.generator.compose.ArchiveIndex;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.guard.PersonalDataGuard;
import org.gongshi.generator.seal.FileEntry;
import org.gongshi.generator.seal.ReleaseStage;

/** Lines of the archive become staged pages. Thread-safe: batches are printed side by side. */
final class ArchivePress {
    private final ArchiveComposer composer;
    private final ReleaseStage stage;
    private final BuildTally tally;
    private final PageStore store;
    private final PersonalDataGuard guard;
    private final Map<String, ArchiveIndex.Entry> entries = new ConcurrentHashMap<>();
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();

    ArchivePress(
            PublishedContent content, ReleaseStage stage, BuildTally tally, PageStore store, PersonalDataGuard guard) {
        this.guard = guard;
        this.store = store;
        this.composer = new ArchiveComposer(content);
        this.stage = stage;
        this.tally = tally;
    }

    void print(ArchiveReports.Batch batch) throws IOException {
        byte[] bytes = batch.bytes();
        int line = batch.firstLine();
        for (int from = 0; from < bytes.length; line++) {
            int end = lineEnd(bytes, from);
            print(Arrays.copyOfRange(bytes, from, end), line);
            from = end + 1;
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private void print(byte[] utf8, int line) throws IOException {
        Digest key = Digest.of(utf8);
        Optional<PageStore.Kept> kept = store.find(key);
        if (kept.isPresent()
                && entries.putIfAbsent(kept.get().entry().path(), kept.get().entry()) == null) {
            stage.take(kept.get().file(), store.source(kept.get()), kept.get().modified());
            store.keep(key, kept.get());
            tally.reused();
            return;
        }
        Findings found = new Findings();
        Optional<ArchivedReport> report = ArchiveLine.read(utf8, line, found);
        if (report.isPresent()) {
            ArchiveIndex.Entry entry = ArchiveIndex.Entry.of(report.get());
            if (entries.putIfAbsent(entry.path(), entry) == null) {
                SitePlan.Page page = composer.page(report.get());
                byte[] bytes = tally.bytes(page);
                guard.check(entry.path(), bytes).forEach(found::add);
                FileEntry file = stage.add(entry.path(), bytes);
                store.keep(key, entry, file, stage.modified(file));
            } else {
                found.error(
                        new Location(ContentPaths.ARCHIVE_REPORTS, line, 0, "id"),
                        entry.year() + " 年已有 " + entry.id(),
                        "同一年内每份报告的 id 各不相同");
            }
        }
        findings.addAll(found.sorted());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    ArchiveIndex index() {
        return ArchiveIndex.of(entries.values());
    }
}
