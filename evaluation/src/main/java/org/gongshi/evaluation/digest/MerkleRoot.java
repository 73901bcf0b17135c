package org.gongshi.evaluation.digest;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One digest over a list (默克尔根, RFC 6962 section 2.1): a leaf is SHA-256 of 0x00 and its bytes, a node SHA-256 of 0x01
 * and its two children, split at the largest power of two below the number of leaves. Whoever has the list computes the
 * root with any program; whoever has one entry and its neighbours can prove that it is in.
 */
public final class MerkleRoot {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleRoot() {}

    /**
     * The root over hex strings, such as the sorted list of receipts.
     *
     * @param hex entries as lower-case hex, in the order in which they are published
     */
    public static Digest ofHex(List<String> hex) {
        if (hex.isEmpty()) {
            return Digest.of(new byte[0]);
        }
        List<byte[]> level = new ArrayList<>();
        hex.forEach(entry -> level.add(hash(LEAF, HexFormat.of().parseHex(entry), new byte[0])));
        return new Digest(HexFormat.of().formatHex(root(level)));
    }

    /** Pairs from the left, an odd last one moves up as it is: the same tree as RFC 6962's recursion. */
    private static byte[] root(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(hash(NODE, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return level.get(0);
    }

    private static byte[] hash(byte kind, byte[] left, byte[] right) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(kind);
        bytes.writeBytes(left);
        bytes.writeBytes(right);
        return HexFormat.of().parseHex(Digest.of(bytes.toByteArray()).hex());
    }
}
