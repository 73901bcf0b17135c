package org.gongshi.survey.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;

/** The key that signs the site (网站签名密钥): made once, by an administrator, who can publish nothing with it. */
final class SiteKeyHandlers {
    private final Frames frames;
    private final SiteProgram program;

    SiteKeyHandlers(Frames frames, SiteProgram program) {
        this.frames = Objects.requireNonNull(frames, "frames");
        this.program = Objects.requireNonNull(program, "program");
    }

    List<Route> routes() {
        return List.of(Route.post("/office/site/key", Action.MAKE_KEYS, this::make));
    }

    private synchronized Answer make(Visit visit) {
        if (program.hasKey()) {
            throw new RoundFault("签名密钥已经有了；要更换的，先由两人在场把旧密钥文件移走");
        }
        SiteProgram.Runner runner = program.runner().orElseThrow(() -> new RoundFault("找不到生成程序"));
        List<String> said = new ArrayList<>();
        try {
            if (runner.run(said::add, "keys", "new", "--output", program.key().toString()) != 0) {
                throw new RoundFault(said);
            }
        } catch (IOException fault) {
            throw new StoreFault("生成程序无法运行", fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RoundFault("服务正在停止");
        }
        frames.flash(visit, "site.key.done");
        return Answer.go("/office/site").about("生成网站签名密钥，指纹 " + program.fingerprint());
    }
}
