package org.gongshi.survey.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.DeviationJson;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.PaperJson;
import org.gongshi.survey.round.PaperOutcome;
import org.gongshi.survey.round.PaperSheet;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.StatusReport;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.StoreFault;

/** The operations of a running server, asked over its socket; one connection for each question. */
public final class ControlClient implements Operations {
    private final UnixDomainSocketAddress address;

    private ControlClient(UnixDomainSocketAddress address) {
        this.address = address;
    }

    /** The running server of a data folder; empty when none answers. */
    public static Optional<ControlClient> find(DataFolder folder) {
        try {
            return new SocketPlace(folder).find().filter(ControlClient::answers).map(ControlClient::new);
        } catch (IOException fault) {
            throw new StoreFault("本机控制套接字无法读取：" + fault.getMessage(), fault);
        }
    }

    @Override
    public StatusReport report() {
        return Wire.report((Json.Obj) ask(Verb.REPORT));
    }

    @Override
    public MintedBatch mint(MintOrder order) {
        return Wire.batch((Json.Obj) ask(Verb.MINT, "order", Wire.write(order)));
    }

    @Override
    public int voidBatch(int number) {
        return ((Json.Num) ask(Verb.VOID, "batch", Json.of(number))).value().intValueExact();
    }

    @Override
    public PaperOutcome keyIn(PaperSheet sheet) {
        return PaperJson.outcome((Json.Obj) ask(Verb.PAPER, "sheet", PaperJson.write(sheet)));
    }

    @Override
    public boolean discardKeying(String code) {
        return ((Json.Bool) ask(Verb.PAPER_DISCARD, "code", Json.of(code))).value();
    }

    @Override
    public int keyingsWaiting() {
        return ((Json.Num) ask(Verb.PAPER_WAITING)).value().intValueExact();
    }

    @Override
    public void open() {
        ask(Verb.OPEN);
    }

    @Override
    public void closeSurvey() {
        ask(Verb.CLOSE);
    }

    @Override
    public void closeDespiteDamage() {
        ask(Verb.CLOSE_DAMAGED);
    }

    @Override
    public void deviate(Deviation deviation) {
        ask(Verb.DEVIATE, "deviation", DeviationJson.write(deviation));
    }

    @Override
    public void markSeen() {
        ask(Verb.SEEN);
    }

    @Override
    public void markReleased() {
        ask(Verb.RELEASED);
    }

    @Override
    public void snapshot(Path into) {
        ask(Verb.SNAPSHOT, "into", Json.of(into.toAbsolutePath().toString()));
    }

    @Override
    public int exportClues(Path file) {
        Json count = ask(Verb.CLUES, "file", Json.of(file.toAbsolutePath().toString()));
        return ((Json.Num) count).value().intValueExact();
    }

    @Override
    public List<Damage> check() {
        return Wire.damages((Json.Arr) ask(Verb.CHECK));
    }

    @Override
    public void close() {
        // Every question has its own connection; nothing is held.
    }

    private Json ask(Verb verb) {
        return ask(Json.object().put("verb", verb.name()).build());
    }

    private Json ask(Verb verb, String field, Json value) {
        return ask(Json.object().put("verb", verb.name()).put(field, value).build());
    }

    private Json ask(Json request) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            Lines.send(channel, request);
            Json.Obj reply = Lines.receive(channel);
            if (reply.field("faults").isPresent()) {
                throw new RoundFault(Wire.texts(reply, "faults"));
            }
            return reply.field("done").orElseThrow();
        } catch (IOException fault) {
            throw new StoreFault("调查服务没有应答：" + fault.getMessage(), fault);
        }
    }

    private static boolean answers(UnixDomainSocketAddress address) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            return channel.isConnected();
        } catch (IOException dead) {
            // A socket file without a listener: left by a server that was killed.
            return false;
        }
    }
}
