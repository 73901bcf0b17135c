package org.gongshi.survey.intake;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.survey.store.SurveyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer (唯一写入者): a bounded queue, one thread, batches with one commit for each file, replies given by other
 * threads and only when everything is durable. Everything that touches the store goes through its thread.
 */
public final class Writer implements Intake, AutoCloseable {
    /** Submissions that may wait; more are told to come again. */
    public static final int QUEUE = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 256;
    private static final int RETRY_AFTER = 3;
    private static final int REPLY_THREADS = 4;
    private static final long LAST_REPLIES_SECONDS = 10;

    private final SurveyStore store;
    private final Supplier<Gate> gate;
    private final Protocol protocol;
    private final LiveCounts counts;
    private final Tallies tallies = new Tallies();
    private final BlockingQueue<Work> queue;
    private final ExecutorService replies = Executors.newFixedThreadPool(REPLY_THREADS, Writer::replyThread);
    private final Thread thread = new Thread(this::work, "survey-writer");
    private final Linger linger = new Linger();
    private Deque<Ticket> later = new ArrayDeque<>();
    private boolean stopping;
    private volatile boolean inTrouble;

    /** Begins to work at once; the store belongs to the writer from now on and is closed with it. */
    public Writer(SurveyStore store, Pepper pepper, SecureRandom random, Supplier<Gate> gate) {
        this(store, random, gate, QUEUE, counts -> new Protocol(store, pepper, random, counts));
    }

    /** Makes the protocol that keeps the given counts in step. */
    interface ProtocolMaker {
        Protocol make(LiveCounts counts);
    }

    Writer(SurveyStore store, SecureRandom random, Supplier<Gate> gate, int queue, ProtocolMaker maker) {
        this.store = Objects.requireNonNull(store, "store");
        Objects.requireNonNull(random, "random");
        this.gate = Objects.requireNonNull(gate, "gate");
        this.queue = new ArrayBlockingQueue<>(queue);
        this.counts = new LiveCounts();
        this.protocol = maker.make(counts);
        thread.start();
    }

    @Override
    public CompletionStage<Reply> submit(Submission submission) {
        Optional<Nonce> nonce = Nonce.parse(submission.nonce());
        if (nonce.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Reply.Refused(List.of(new FieldFault("nonce", "表单标识不完整，请重新打开问卷页面"))));
        }
        var ticket = new Ticket(submission, nonce.get());
        synchronized (queue) {
            if (stopping || !queue.offer(new Work.Intaken(ticket))) {
                tallies.queueFull();
                return CompletableFuture.completedFuture(new Reply.Busy(RETRY_AFTER));
            }
        }
        return ticket.reply();
    }

    /**
     * Runs something between two batches, with the store for itself, and waits for it.
     *
     * @throws StoreFault when the job does, or when the writer has stopped
     */
    public <T> T exclusively(Callable<T> job) {
        var task = new FutureTask<>(job);
        synchronized (queue) {
            if (stopping) {
                throw new StoreFault("服务正在停止");
            }
            put(new Work.Job(task));
        }
        return resultOf(task);
    }

    /**
     * Begins to count what is stored, between batches; until all is counted, {@link LiveCounts} knows nothing.
     *
     * @param forms as locked at the opening
     */
    public void count(LockedForms forms) {
        exclusively(() -> {
            counts.begin(forms);
            return true;
        });
    }

    /** The running counts, kept in step with the acknowledged answers. */
    public LiveCounts counts() {
        return counts;
    }

    /** What the writer has done since it began. */
    public IntakeFigures figures() {
        return tallies.now();
    }

    /** Submissions that wait at this moment. */
    public int waiting() {
        return queue.size();
    }

    /** Whether the last batch could be kept. */
    public boolean isWell() {
        return !inTrouble;
    }

    /** Takes nothing new in, finishes what waits, gives the last replies, closes the store. */
    @Override
    public void close() {
        synchronized (queue) {
            if (!stopping) {
                stopping = true;
                put(new Work.Stop());
            }
        }
        try {
            thread.join();
            replies.shutdown();
            replies.awaitTermination(LAST_REPLIES_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            boolean open = true;
            while (open || !later.isEmpty()) {
                open = turn() && open;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            store.close();
        }
    }

    /** One batch and what comes after it; false when the end was reached. */
    private boolean turn() throws InterruptedException {
        var batch = new Batch(BATCH, later);
        Optional<Work> after = gather(batch);
        later = batch.later();
        if (!batch.tickets().isEmpty()) {
            keep(batch.tickets());
        }
        if (after.isPresent() && after.get() instanceof Work.Job job) {
            job.task().run();
        }
        if (counts.isBehind()) {
            counts.step(store);
        }
        return !(after.isPresent() && after.get() instanceof Work.Stop);
    }

    /** Fills the batch with what waits; returns the other work that ended it. Blocks only for the first. */
    private Optional<Work> gather(Batch batch) throws InterruptedException {
        boolean idle = batch.tickets().isEmpty() && !counts.isBehind();
        Work next = idle ? queue.take() : queue.poll();
        long begun = System.nanoTime();
        while (next instanceof Work.Intaken intaken) {
            batch.add(intaken.ticket());
            next = batch.isFull() ? null : next(batch, begun);
        }
        return Optional.ofNullable(next);
    }

    private Work next(Batch batch, long begun) throws InterruptedException {
        Work waiting = queue.poll();
        long left = linger.nanos(batch.size()) - (System.nanoTime() - begun);
        return waiting == null && left > 0 ? queue.poll(left, TimeUnit.NANOSECONDS) : waiting;
    }

    private void keep(List<Ticket> tickets) {
        long begun = System.nanoTime();
        try {
            Map<Ticket, Reply> decided = decide(tickets);
            long took = System.nanoTime() - begun;
            tallies.batch(tickets.size(), took);
            linger.learn(tickets.size() + queue.size(), took);
            give(decided);
            noteRecovery();
        } catch (RuntimeException fault) {
            // Nothing was promised: the respondents' pages try again with the same nonce, which heals half a batch.
            noteTrouble(reason(fault));
            store.reset();
            counts.again();
            tickets.forEach(ticket -> give(ticket, new Reply.Busy(RETRY_AFTER)));
        }
    }

    private Map<Ticket, Reply> decide(List<Ticket> tickets) {
        Gate now = gate.get();
        if (now instanceof Gate.Open open) {
            counts.begin(open.forms());
            return protocol.run(tickets, open.forms());
        }
        Reply shut = new Reply.NotOpen(((Gate.Shut) now).closedAlready());
        return tickets.stream().collect(Collectors.toMap(ticket -> ticket, ticket -> shut));
    }

    private void give(Map<Ticket, Reply> decided) {
        decided.forEach(this::give);
    }

    private void give(Ticket ticket, Reply reply) {
        tallies.replied(reply);
        replies.execute(() -> ticket.reply().complete(reply));
    }

    /** One line when trouble begins and one when it ends: a full disk must not be filled with lines about it. */
    private void noteTrouble(String reason) {
        if (!inTrouble) {
            LOG.error("batches are not kept: {}", reason);
        }
        inTrouble = true;
    }

    private void noteRecovery() {
        if (inTrouble) {
            LOG.warn("batches are kept again");
        }
        inTrouble = false;
    }

    private static <T> T resultOf(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new StoreFault("操作失败：" + fault.getCause().getMessage(), fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreFault("操作被中断", interrupted);
        }
    }

    /** Waits for room; the writer makes some, it never takes the lock that is held here. */
    private void put(Work work) {
        try {
            queue.put(work);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreFault("操作被中断", interrupted);
        }
    }

    /** The store's own messages name no person's data; of anything else only the kind is told. */
    private static String reason(RuntimeException fault) {
        return fault instanceof StoreFault
                ? fault.getMessage()
                : fault.getClass().getName();
    }

    private static Thread replyThread(Runnable work) {
        var thread = new Thread(work, "survey-replies");
        thread.setDaemon(true);
        return thread;
    }
}
