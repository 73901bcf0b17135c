package org.gongshi.survey.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Stratum;

/**
 * Doubts about sheets that come together (群发标记): many within seconds, or the same answers again and again. What it
 * remembers is in memory alone, answers only as keyed digests, and is forgotten when the server stops; the flag is all that
 * is kept. A computer room answers together, and the office keys in piles of paper: neither is a burst. Belongs to the
 * writer's thread.
 */
final class Crowd {
    private static final int MOST = 100_000;
    private static final int KEY_BYTES = 32;

    private final LongSupplier nanos;
    private final byte[] key = new byte[KEY_BYTES];
    private final Map<Origin, Deque<Long>> arrivals = new Recent<>();
    private final Map<String, Integer> vectors = new Recent<>();

    /** @param nanos a clock that never jumps, in nanoseconds */
    Crowd(RandomGenerator random, LongSupplier nanos) {
        this.nanos = Objects.requireNonNull(nanos, "nanos");
        random.nextBytes(key);
    }

    /** Where sheets come from: a school, or a place where no school is known. */
    record Origin(Stratum stratum, Mode mode, int cluster) {}

    /**
     * Counts a sheet that is about to be kept.
     *
     * @param vector the answers to all items; empty when they are not to be compared
     */
    Set<QualityFlag> flags(SurveyPlan.Quality quality, Origin origin, Optional<String> vector) {
        Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
        quality.crowd().ifPresent(limits -> {
            boolean together = origin.mode() == Mode.ROOM || origin.mode() == Mode.PAPER;
            if (!together && isBurst(limits, origin)) {
                flags.add(QualityFlag.BURST);
            }
            if (vector.isPresent() && timesSeen(origin, vector.get()) >= limits.identicalSheets()) {
                flags.add(QualityFlag.IDENTICAL);
            }
        });
        return flags;
    }

    private boolean isBurst(SurveyPlan.Crowd limits, Origin origin) {
        long now = nanos.getAsLong();
        long window = TimeUnit.SECONDS.toNanos(limits.burstSeconds());
        Deque<Long> times = arrivals.computeIfAbsent(origin, absent -> new ArrayDeque<>());
        while (!times.isEmpty() && (now - times.peekFirst() > window || times.size() > limits.burstSheets())) {
            times.removeFirst();
        }
        times.addLast(now);
        return times.size() > limits.burstSheets();
    }

    private int timesSeen(Origin origin, String vector) {
        return vectors.merge(keyed(origin + vector), 1, Integer::sum);
    }

    private String keyed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[KEY_BYTES + bytes.length];
        System.arraycopy(key, 0, all, 0, KEY_BYTES);
        System.arraycopy(bytes, 0, all, KEY_BYTES, bytes.length);
        return Digest.of(all).hex();
    }

    /** Forgets what was quiet longest: memory stays bounded however many come. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
