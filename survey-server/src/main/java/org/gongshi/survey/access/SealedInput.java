package org.gongshi.survey.access;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Opens what {@link SealedOutput} wrote. Every piece is checked before a byte of it is handed out; whoever reads to the end
 * has read exactly what was written, or met a {@link SecretFault}.
 */
public final class SealedInput extends InputStream {
    static final int LAST = 1 << 31;

    private final DataInputStream in;
    private final ChunkCipher cipher;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean ended;

    /** @throws SecretFault when this is no backup */
    public SealedInput(InputStream in, RowKey key) throws IOException {
        this.in = new DataInputStream(in);
        byte[] magic = in.readNBytes(ChunkCipher.MAGIC.length);
        byte[] salt = in.readNBytes(ChunkCipher.SALT);
        if (!Arrays.equals(magic, ChunkCipher.MAGIC) || salt.length != ChunkCipher.SALT) {
            throw new SecretFault("这不是本程序的备份文件");
        }
        this.cipher = new ChunkCipher(key, salt);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == chunk.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int part = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, from, part);
        at += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void next() throws IOException {
        try {
            int head = in.readInt();
            boolean last = (head & LAST) != 0;
            int length = head & ~LAST;
            if (length < ChunkCipher.TAG || length > ChunkCipher.CHUNK + ChunkCipher.TAG) {
                throw new SecretFault("备份内容已损坏");
            }
            byte[] sealed = new byte[length];
            in.readFully(sealed);
            chunk = cipher.open(sealed, last);
            at = 0;
            ended = last;
        } catch (EOFException cut) {
            throw new SecretFault("备份文件不完整：末尾缺失");
        }
        if (ended && in.read() >= 0) {
            throw new SecretFault("备份文件末尾有多余的内容");
        }
    }
}
