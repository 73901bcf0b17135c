package org.gongshi.survey.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/** One JSON value a line, over a channel. */
final class Lines {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 26;

    private Lines() {}

    static void send(SocketChannel channel, Json value) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((JsonText.compact(value) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static Json.Obj receive(SocketChannel channel) throws IOException {
        var line = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            line.write(buffer.array(), 0, buffer.position());
            boolean complete = buffer.position() > 0 && buffer.array()[buffer.position() - 1] == '\n';
            buffer.clear();
            if (complete) {
                return (Json.Obj) JsonText.parse(line.toByteArray());
            }
            if (line.size() > LONGEST) {
                throw new IOException("line too long");
            }
        }
        throw new IOException("the other side has gone");
    }
}
