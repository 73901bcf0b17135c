package org.gongshi.generator.command;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.gongshi.generator.incremental.Progress;

/** Progress on a terminal as a bar that is drawn over itself; elsewhere one line for each long step. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 30;
    private static final long LONG = 1000;

    private final PrintWriter out;
    private final boolean terminal;
    private final AtomicLong done = new AtomicLong();
    private String step = "";
    private long total = 1;
    private long drawn = -1;

    private ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard error, so that what a script reads stays as it is; nothing when asked to be quiet. */
    static Progress of(Surroundings around, boolean quiet) {
        return quiet ? Progress.NONE : new ProgressBar(around.err(), around.isTerminal());
    }

    @Override
    public synchronized void begin(String name, long of) {
        step = name;
        total = Math.max(1, of);
        done.set(0);
        drawn = -1;
        draw();
    }

    @Override
    public void advance(long amount) {
        long now = done.addAndGet(amount);
        if (terminal && now * 100 / total != drawn) {
            draw();
        }
    }

    @Override
    public synchronized void end(long pieces) {
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH + step.length() * 2 + 10) + "\r");
        } else if (pieces >= LONG) {
            out.println(step + "：" + pieces);
        }
        out.flush();
    }

    private synchronized void draw() {
        long percent = Math.min(100, done.get() * 100 / total);
        if (!terminal || percent == drawn) {
            return;
        }
        drawn = percent;
        int full = (int) (percent * WIDTH / 100);
        out.print("\r" + step + " [" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + "%");
        out.flush();
    }
}
