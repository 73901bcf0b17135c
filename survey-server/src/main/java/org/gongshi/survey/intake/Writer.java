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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.survey.store.SurveyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer (唯一写入者): a bounded queue, batches with one commit for each file, one thread for the codes and a second hand
 * for the answers of the batch before ({@link Keeper}), replies given by other threads and only when everything is durable.
 * Everything else that touches the store is done by its thread when the second hand rests.
 */
public final class Writer implements Intake, AutoCloseable {
    /** Submissions that may wait; more are told to come again. */
    public static final int QUEUE = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 256;
    private static final int RETRY_AFTER = 3;

    private final SurveyStore store;
    private final Supplier<Gate> gate;
    private final Protocol protocol;
    private final LiveCounts counts;
    private final Tallies tallies = new Tallies();
    private final BlockingQueue<Work> queue;
    private final Replies replies = new Replies(tallies);
    private final Trouble trouble = new Trouble(LOG);
    private final Thread thread = new Thread(this::work, "survey-writer");
    private final Linger linger = new Linger();
    private final Keeper keeper = new Keeper();
    private Deque<Ticket> later = new ArrayDeque<>();
    private int before;
    private boolean stopping;

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
        return !trouble.isPresent();
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
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        replies.close();
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
            keeper.close();
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
            settle();
            job.task().run();
        }
        if (counts.isBehind()) {
            settle();
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
            Gate now = gate.get();
            if (now instanceof Gate.Open open) {
                spend(tickets, open.forms(), begun);
            } else {
                replies.give(tickets, new Reply.NotOpen(((Gate.Shut) now).closedAlready()));
            }
            linger.learn(tickets.size() + Math.max(before, queue.size()), System.nanoTime() - begun);
            before = tickets.size();
        } catch (RuntimeException fault) {
            keeper.settle();
            fail(tickets, fault);
            forgetStore();
        }
    }

    /** The codes, while the keeper prepares the answers; then the next batch may come. */
    private void spend(List<Ticket> tickets, LockedForms forms, long begun) {
        counts.begin(forms);
        // A retry, perhaps of a sheet that is being kept at this moment: the table will be asked.
        if (keeper.isBroken() || tickets.stream().map(Ticket::responseId).anyMatch(counts::mayHold)) {
            settle();
        }
        Protocol.Judged judged = protocol.judge(tickets, forms);
        // Opened here if they must be opened at all: the keeper finds both files open.
        store.responses();
        keeper.prepare(() -> protocol.prepare(judged));
        protocol.spend(judged);
        keeper.take(new Keeper.Keeping() {
            @Override
            public void keep() {
                Map<Ticket, Reply> decided = protocol.keep(judged);
                tallies.batch(tickets.size(), System.nanoTime() - begun);
                replies.give(decided);
                trouble.ends();
            }

            @Override
            public void failed(RuntimeException fault) {
                fail(tickets, fault);
                settleSoon();
            }
        });
    }

    /** The lost batch is in the running counts: they begin anew at once, not with the next answer. A full queue brings that about anyway. */
    private void settleSoon() {
        queue.offer(new Work.Job(new FutureTask<>(() -> true)));
    }

    /** Waits until the batches before are kept, or have failed; from then on the store is this thread's alone. */
    private void settle() {
        if (!keeper.settle()) {
            forgetStore();
        }
    }

    private void forgetStore() {
        store.reset();
        counts.again();
    }

    /** Nothing was promised: the respondents' pages try again with the same nonce, which heals half a batch. */
    private void fail(List<Ticket> tickets, RuntimeException fault) {
        trouble.begins(fault);
        replies.give(tickets, new Reply.Busy(RETRY_AFTER));
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
}
