package org.gongshi.survey.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.console.Rounds;
import org.gongshi.survey.release.WholeFile;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;

/**
 * The rounds of a content folder, for the console (各轮评价). Where the server keeps a data folder for each of them, it goes from one to
 * another; where it was given one data folder, it tells how to start it for another.
 */
final class RoundShelf implements Rounds {
    /** The answer that tells of the change must have left first. */
    private static final int SECONDS = 1;

    private final SurveyFolder content;
    private final Optional<Path> chosen;
    private final AtomicReference<Runnable> switched = new AtomicReference<>(() -> {});

    private RoundShelf(SurveyFolder content, Optional<Path> chosen) {
        this.content = Objects.requireNonNull(content, "content");
        this.chosen = Objects.requireNonNull(chosen, "chosen");
    }

    /** Of a server with one data folder. */
    static RoundShelf fixed(SurveyFolder content) {
        return new RoundShelf(content, Optional.empty());
    }

    /** Of a server that goes from round to round; that file keeps which. */
    static RoundShelf of(SurveyFolder content, Path chosen) {
        return new RoundShelf(content, Optional.of(chosen));
    }

    @Override
    public List<Line> all() {
        return content.rounds().stream()
                .map(key -> new Line(
                        key,
                        content.title(key),
                        content.isSurveyed(key),
                        Files.exists(content.root().resolve(ContentPaths.results(key)))))
                .toList();
    }

    @Override
    public boolean canSwitch() {
        return chosen.isPresent();
    }

    @Override
    public void switchTo(RoundKey key) {
        Path file = chosen.orElseThrow(() -> new RoundFault("这台服务只办理一轮，请用 --round 和另一个 --data 启动另一轮"));
        if (!content.rounds().contains(key)) {
            throw new RoundFault("内容目录中没有这一轮评价：" + key);
        }
        WholeFile.write(file, (key + "\n").getBytes(StandardCharsets.UTF_8));
        reload();
    }

    @Override
    public void reload() {
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS)
                .execute(() -> switched.get().run());
    }

    /** The round that was chosen last, while the content still has it; else the newest. */
    RoundKey current() {
        return chosen.filter(Files::exists)
                .map(RoundShelf::text)
                .filter(RoundKeyConverter::isKey)
                .map(RoundKeyConverter::key)
                .filter(content.rounds()::contains)
                .orElseGet(content::newest);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException fault) {
            throw new StoreFault("文件无法读取：" + file, fault);
        }
    }

    /** What is to be done when another round was chosen. */
    void whenSwitched(Runnable work) {
        switched.set(work);
    }
}
