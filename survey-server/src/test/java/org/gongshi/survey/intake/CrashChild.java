package org.gongshi.survey.intake;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.SurveyStore;

/** A process that sends forms and tells each acknowledgement, until somebody kills it. */
public final class CrashChild {
    private static final int THREADS = 16;
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private CrashChild() {}

    /**
     * Arguments: folder, file of lines {@code CODE NONCE}, and how: {@code sound}, {@code weak} (replies before anything is
     * written), {@code usual} (SQLite as it is usually set: synchronous=NORMAL, the log not cut before the reply).
     */
    public static void main(String[] arguments) throws Exception {
        SurveyFiles files = SurveyFixture.files(Path.of(arguments[0]));
        List<String> forms = Files.readAllLines(Path.of(arguments[1]));
        var random = new SecureRandom();
        Pepper pepper = Pepper.read(files.pepper());
        var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), random);
        Gate open = new Gate.Open(SurveyFixture.forms());
        var writer = new Writer(
                store,
                random,
                () -> open,
                Writer.QUEUE,
                counts -> protocol(arguments[2], store, pepper, random, counts));
        var next = new AtomicInteger();
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> sendAll(writer, forms, next)).start();
        }
    }

    private static Protocol protocol(
            String mode, SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
        return switch (mode) {
            case "weak" -> new WeakProtocol(store, pepper, random, counts);
            case "usual" -> new UsualProtocol(store, pepper, random, counts);
            default -> new Protocol(store, pepper, random, counts);
        };
    }

    private static void sendAll(Intake intake, List<String> forms, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < forms.size(); i = next.getAndIncrement()) {
            String[] form = forms.get(i).split(" ");
            AccessCode code = AccessCode.parse(form[0]).orElseThrow();
            Reply reply = SurveyFixture.send(intake, SurveyFixture.parent(form[1], code));
            tell(i + " " + ((Reply.Accepted) reply).receipt() + "\n");
        }
    }

    /** One write a line, without a buffer: what was told before the kill is in the pipe. */
    private static void tell(String line) {
        try {
            OUT.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
