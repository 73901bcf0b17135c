package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.control.ControlClient;
import org.gongshi.survey.demo.DemoClock;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.StoreFault;

/** Finds who answers for a data folder: the running server, or this process itself while none runs. */
final class Desk {
    static final int DONE = 0;
    static final int REFUSED = 1;

    private final SurveyFiles files;
    private final SurveyFolder content;
    private final Optional<RoundKey> round;

    Desk(FolderOptions options) {
        this.files = options.files();
        this.content = new SurveyFolder(options.content());
        this.round = options.round();
    }

    Desk(SurveyFiles files, SurveyFolder content, RoundKey round) {
        this.files = files;
        this.content = content;
        this.round = Optional.of(round);
    }

    SurveyFolder content() {
        return content;
    }

    /** What the folder's server was last reached by from outside; what a server of no settings would be reached by else. */
    URI baseUrl() {
        return new ServedAddress(files.folder().root()).read().orElse(ServedAddress.USUAL);
    }

    /** The folder held by this process; it may be new when a round is known or can be found. */
    SurveyRound hold() {
        Optional<RoundKey> wanted = files.folder().hasSurvey() ? round : Optional.of(round.orElseGet(content::newest));
        return new SurveyRound(files, wanted, content, clock(), new SecureRandom());
    }

    /** The system's clock; for a demonstration, whose survey lies in the past for good, one set to its first day. */
    Clock clock() {
        Clock real = Clock.systemUTC();
        return content.pastDemonstration(round, real.instant())
                .<Clock>map(opens -> {
                    var moved = new DemoClock(real);
                    moved.moveTo(opens);
                    return moved;
                })
                .orElse(real);
    }

    /** Gives an order to whoever answers for the folder. */
    int with(PrintWriter err, ToIntFunction<Operations> order) throws Exception {
        return guarded(err, () -> {
            try (Operations operations = operations()) {
                return order.applyAsInt(operations);
            }
        });
    }

    /** Runs something and tells what went wrong, one line for each fault. */
    static int guarded(PrintWriter err, Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (RoundFault fault) {
            fault.lines().forEach(line -> err.println("错误：" + line));
        } catch (StoreFault | SecretFault fault) {
            err.println("错误：" + fault.getMessage());
        }
        return REFUSED;
    }

    /** Like {@link #with}, but never makes a survey where none is. */
    int withExisting(PrintWriter err, ToIntFunction<Operations> order) throws Exception {
        if (Files.exists(files.folder().destruction())) {
            err.println("错误：原始答卷已按保存期限销毁，证明见 " + files.folder().destruction());
            return REFUSED;
        }
        if (!files.folder().hasSurvey()) {
            err.println("错误：数据目录中没有调查：" + files.folder().root()
                    + "（先运行 survey codes 或 survey serve；gongshi office 的文件夹用 --home 指明）");
            return REFUSED;
        }
        return with(err, order);
    }

    /** The server that runs on the folder at this moment. */
    Optional<Operations> server() {
        return Files.isDirectory(files.folder().root())
                ? ControlClient.find(files.folder()).map(server -> server)
                : Optional.empty();
    }

    private Operations operations() {
        return server().orElseGet(this::holdRows);
    }

    /** For commands, which are about the raw rows. */
    private SurveyRound holdRows() {
        SurveyRound held = hold();
        if (held.isGone()) {
            held.close();
            throw new RoundFault("原始答卷已按保存期限销毁，证明见 " + files.folder().destruction());
        }
        return held;
    }
}
