package org.gongshi.survey.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.gongshi.evaluation.content.DeviationJson;
import org.gongshi.evaluation.json.Json;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.PaperJson;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.StoreFault;

/** Listens for the commands of the same machine's operator while the server holds the data folder. */
public final class ControlServer implements AutoCloseable {
    private final Operations operations;
    private final SocketPlace place;
    private final ServerSocketChannel listener;

    private ControlServer(Operations operations, SocketPlace place, ServerSocketChannel listener) {
        this.operations = operations;
        this.place = place;
        this.listener = listener;
    }

    /** Begins to listen; only the holder of the folder's lock may do so. */
    public static ControlServer start(DataFolder folder, Operations operations) {
        var place = new SocketPlace(folder);
        try {
            Path path = place.prepare();
            ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(path));
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            var server = new ControlServer(operations, place, listener);
            daemon(server::listen, "survey-control").start();
            return server;
        } catch (IOException fault) {
            throw new StoreFault("本机控制套接字无法建立：" + fault.getMessage(), fault);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            place.remove();
        } catch (IOException fault) {
            throw new StoreFault("本机控制套接字无法移除：" + fault.getMessage(), fault);
        }
    }

    private void listen() {
        while (listener.isOpen()) {
            try {
                SocketChannel channel = listener.accept();
                daemon(() -> answer(channel), "survey-control-call").start();
            } catch (IOException closed) {
                // The listener was closed; the loop's condition ends it.
                continue;
            }
        }
    }

    private void answer(SocketChannel channel) {
        try (channel) {
            Lines.send(channel, reply(channel));
        } catch (IOException gone) {
            // The command was interrupted: what it asked for is done all the same, `status` tells.
            return;
        }
    }

    private Json reply(SocketChannel channel) throws IOException {
        try {
            return Json.object().put("done", dispatch(Lines.receive(channel))).build();
        } catch (RoundFault fault) {
            return faults(fault.lines());
        } catch (StoreFault | SecretFault fault) {
            return faults(List.of(fault.getMessage()));
        } catch (RuntimeException fault) {
            return faults(List.of("请求无法理解：" + fault.getClass().getSimpleName()));
        }
    }

    private Json dispatch(Json.Obj request) {
        Verb verb = Verb.valueOf(Wire.text(request, "verb"));
        return switch (verb) {
            case REPORT -> Wire.write(operations.report());
            case MINT ->
                Wire.write(operations.mint(
                        Wire.order((Json.Obj) request.field("order").orElseThrow())));
            case VOID -> Json.of(operations.voidBatch((int) Wire.number(request, "batch")));
            case PAPER ->
                PaperJson.write(operations.keyIn(
                        PaperJson.sheet((Json.Obj) request.field("sheet").orElseThrow())));
            case PAPER_DISCARD -> Json.of(operations.discardKeying(Wire.text(request, "code")));
            case PAPER_WAITING -> Json.of(operations.keyingsWaiting());
            case OPEN -> done(operations::open);
            case CLOSE -> done(operations::closeSurvey);
            case CLOSE_DAMAGED -> done(operations::closeDespiteDamage);
            case DEVIATE ->
                done(() -> operations.deviate(
                        DeviationJson.read(request.field("deviation").orElseThrow())));
            case SEEN -> done(operations::markSeen);
            case RELEASED -> done(operations::markReleased);
            case SNAPSHOT -> done(() -> operations.snapshot(Path.of(Wire.text(request, "into"))));
            case CLUES -> Json.of(operations.exportClues(Path.of(Wire.text(request, "file"))));
            case CHECK -> Wire.damages(operations.check());
        };
    }

    private static Json done(Runnable work) {
        work.run();
        return Json.of(true);
    }

    private static Json faults(List<String> lines) {
        return Json.object().put("faults", Wire.texts(lines)).build();
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
