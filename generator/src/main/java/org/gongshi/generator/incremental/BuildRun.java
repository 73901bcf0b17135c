package org.gongshi.generator.incremental;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gongshi.evaluation.archive.ArchiveDecision;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.source.ArchiveReports;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.generator.compose.ArchiveIndex;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.guard.PersonalDataGuard;
import org.gongshi.generator.seal.Manifest;
import org.gongshi.generator.seal.ReleaseStage;
import org.gongshi.templates.frame.Frame;

/**
 * From published content to staged files: what is large streams through (read, composed, rendered, digested and written side
 * by side), so that memory holds no more than the lists need.
 */
public final class BuildRun {
    private static final int TOGETHER = 16;

    private final ContentFolder folder;
    private final PublishedContent content;
    private final int processors;
    private final Progress progress;
    private final PageStore store;
    private final PrintStore prints;
    private final boolean documents;
    private final PersonalDataGuard guard;
    private final Queue<Finding> found = new ConcurrentLinkedQueue<>();
    private final BuildTally tally = new BuildTally();
    private KeptVersions kept = KeptVersions.none();

    /**
     * @param before what may be taken over from the release before
     * @param documents whether reports are printed as PDF and tables put into workbooks
     * @param processors how many pieces are worked on side by side, 1 or more
     */
    public BuildRun(
            ContentFolder folder,
            PublishedContent content,
            Before before,
            boolean documents,
            int processors,
            Progress progress) {
        this.guard = new PersonalDataGuard(content.site(), content.allowed());
        this.progress = Objects.requireNonNull(progress, "progress");
        this.store = PageStore.open(before.releases(), before.input().context(), before.release());
        this.prints = PrintStore.open(before.releases(), before.program(), before.release());
        this.documents = documents;
        this.folder = Objects.requireNonNull(folder, "folder");
        this.content = Objects.requireNonNull(content, "content");
        this.processors = processors;
    }

    /**
     * What stands before a build.
     *
     * @param releases where notes for the next build lie
     * @param release the folder that is public now; empty for the first build, and when nothing is to be taken over
     * @param program which program builds
     */
    public record Before(Path releases, Optional<Path> release, InputState input, String program) {}

    /** Keeps the pages readable that corrections replace. */
    public void keepOld(Path release, Manifest manifest) throws IOException {
        kept = KeptVersions.of(release, manifest, content.corrections(), guard, Frame.address(content.site(), ""));
    }

    /** Keeps what the next build may take over; called once the stage is published. */
    public void keep(Path releases) throws IOException {
        store.write(releases);
        prints.write(releases);
    }

    /**
     * Stages every file of the site.
     *
     * @return what is wrong with the archived reports, and personal data in any file; with any of it the stage must not be published
     */
    public List<Finding> stage(ReleaseStage stage) throws IOException {
        try (Workers workers = new Workers(processors)) {
            Optional<ArchiveIndex> index = Optional.empty();
            if (content.archive().isPresent()) {
                Findings findings = new Findings();
                index = Optional.of(archive(content.archive().get(), stage, workers, findings));
                if (findings.hasErrors()) {
                    return findings.sorted();
                }
            }
            SitePlan plan = SiteEditions.compose(content, index, documents, kept.list());
            List<Finding> faults = SiteCheck.of(content, plan, folder).stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
            if (!faults.isEmpty()) {
                return faults;
            }
            site(plan, stage, workers);
            kept.stage(stage, plan.entries()::containsKey);
            return found.stream().sorted(Comparator.comparing(Finding::at)).toList();
        }
    }

    /** Printed files in which 〓 stands for characters that the font does not have, with these characters. */
    public Map<String, String> missingCharacters() {
        return prints.missing();
    }

    /** What was written. */
    public BuildTally tally() {
        return tally;
    }

    private void site(SitePlan plan, ReleaseStage stage, Workers workers) throws IOException {
        progress.begin("生成页面", plan.entries().size());
        print(plan, stage, workers);
        Iterator<Map.Entry<String, SitePlan.Entry>> entries =
                plan.entries().entrySet().iterator();
        while (entries.hasNext()) {
            List<Map.Entry<String, SitePlan.Entry>> some = new ArrayList<>(TOGETHER);
            while (entries.hasNext() && some.size() < TOGETHER) {
                some.add(entries.next());
            }
            workers.take(() -> {
                for (Map.Entry<String, SitePlan.Entry> one : some) {
                    if (one.getValue() instanceof SitePlan.Print) {
                        continue;
                    }
                    byte[] bytes = tally.bytes(one.getValue());
                    found.addAll(guard.check(one.getKey(), bytes));
                    stage.add(one.getKey(), bytes);
                }
                progress.advance(some.size());
            });
        }
        workers.finish();
        progress.end(plan.entries().size());
    }

    /** Each report by itself, and before all pages: they take longest. */
    private void print(SitePlan plan, ReleaseStage stage, Workers workers) {
        PrintPress press = new PrintPress(stage, tally, prints, guard, found);
        plan.entries().forEach((path, entry) -> {
            if (entry instanceof SitePlan.Print print) {
                workers.take(() -> press.print(path, print));
            }
        });
    }

    private ArchiveIndex archive(ArchiveDecision decision, ReleaseStage stage, Workers workers, Findings findings)
            throws IOException {
        Optional<InputStream> in = folder.stream(ContentPaths.ARCHIVE_REPORTS, findings);
        if (in.isEmpty()) {
            return ArchiveIndex.of(List.of());
        }
        progress.begin("历年报告", Files.size(folder.path(ContentPaths.ARCHIVE_REPORTS)));
        ArchivePress press = new ArchivePress(content, stage, tally, store, guard);
        try (ArchiveReports reports = new ArchiveReports(in.get())) {
            for (Optional<ArchiveReports.Batch> batch = reports.next(); batch.isPresent(); batch = reports.next()) {
                ArchiveReports.Batch lines = batch.get();
                workers.take(() -> {
                    press.print(lines);
                    progress.advance(lines.bytes().length);
                });
            }
            workers.finish();
            if (!reports.digest().equals(decision.digest())) {
                findings.error(
                        Location.of(ContentPaths.ARCHIVE_REPORTS),
                        "内容与归档决定（" + decision.document() + "）的摘要不符，实为 " + reports.digest(),
                        "决定之后被修改：请恢复原来的内容，或重新报请决定并更新 archive.yaml 的 digest");
            }
        }
        press.findings().forEach(findings::add);
        ArchiveIndex index = press.index();
        progress.end(index.entries().size());
        return index;
    }
}
