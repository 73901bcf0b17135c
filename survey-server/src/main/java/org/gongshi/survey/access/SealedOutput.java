package org.gongshi.survey.access;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/** Encrypts what is written to it under the row key (加密备份流); complete only when closed. */
public final class SealedOutput extends OutputStream {
    private final DataOutputStream out;
    private final ChunkCipher cipher;
    private final byte[] chunk = new byte[ChunkCipher.CHUNK];
    private int filled;
    private boolean closed;

    /** Writes the head of the stream at once. */
    public SealedOutput(OutputStream out, RowKey key, SecureRandom random) throws IOException {
        this.out = new DataOutputStream(out);
        byte[] salt = new byte[ChunkCipher.SALT];
        random.nextBytes(salt);
        this.cipher = new ChunkCipher(key, salt);
        this.out.write(ChunkCipher.MAGIC);
        this.out.write(salt);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) {
                send(false);
            }
            int part = Math.min(length - done, chunk.length - filled);
            System.arraycopy(bytes, from + done, chunk, filled, part);
            filled += part;
            done += part;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            send(true);
            out.close();
        }
    }

    /** The length of a piece tells the last one too: its highest bit is set. */
    private void send(boolean last) throws IOException {
        byte[] sealed = cipher.seal(chunk, filled, last);
        out.writeInt(last ? sealed.length | SealedInput.LAST : sealed.length);
        out.write(sealed);
        filled = 0;
    }
}
