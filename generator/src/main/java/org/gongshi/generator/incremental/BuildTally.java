package org.gongshi.generator.incremental;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.render.SiteRenderer;

/** Counts what a build renders, and which template took longest (生成统计). Thread-safe. */
public final class BuildTally {
    private final LongAdder pages = new LongAdder();
    private final LongAdder reused = new LongAdder();
    private final LongAdder documents = new LongAdder();
    private final LongAdder documentsReused = new LongAdder();
    private final LongAdder documentNanos = new LongAdder();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** Of one template. */
    private record Template(LongAdder pages, LongAdder nanos) {
        Template() {
            this(new LongAdder(), new LongAdder());
        }
    }

    /**
     * The template that took longest.
     *
     * @param pages how many pages it made
     * @param millis time of all of them together, over all threads
     */
    public record Slowest(String template, long pages, long millis) {}

    byte[] bytes(SitePlan.Entry entry) {
        if (entry instanceof SitePlan.Book) {
            return document(() -> SiteRenderer.bytes(entry));
        }
        if (!(entry instanceof SitePlan.Page page)) {
            return SiteRenderer.bytes(entry);
        }
        long begin = System.nanoTime();
        byte[] bytes = SiteRenderer.bytes(entry);
        Template template = templates.computeIfAbsent(page.page().template(), name -> new Template());
        template.nanos().add(System.nanoTime() - begin);
        template.pages().increment();
        pages.increment();
        return bytes;
    }

    /** Makes a PDF or a workbook; its time is counted apart from that of the pages. */
    <T> T document(Supplier<T> press) {
        long begin = System.nanoTime();
        T made = press.get();
        documentNanos.add(System.nanoTime() - begin);
        documents.increment();
        return made;
    }

    void documentReused() {
        documentsReused.increment();
    }

    /**
     * PDF files and workbooks.
     *
     * @param made in this build
     * @param reused taken over from the release before
     * @param millis time of those made, over all threads
     */
    public record Documents(long made, long reused, long millis) {}

    /** Empty when the site has none. */
    public Optional<Documents> documents() {
        long all = documents.sum() + documentsReused.sum();
        return all == 0
                ? Optional.empty()
                : Optional.of(new Documents(documents.sum(), documentsReused.sum(), documentNanos.sum() / 1_000_000));
    }

    void reused() {
        reused.increment();
    }

    /** Pages of the site. */
    public long pages() {
        return pages.sum() + reused.sum();
    }

    /** Pages that were taken over from the release before. */
    public long reusedPages() {
        return reused.sum();
    }

    /** Empty when nothing was rendered. */
    public Optional<Slowest> slowest() {
        return templates.entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue().nanos().sum()))
                .map(entry -> new Slowest(
                        entry.getKey(),
                        entry.getValue().pages().sum(),
                        entry.getValue().nanos().sum() / 1_000_000));
    }
}
