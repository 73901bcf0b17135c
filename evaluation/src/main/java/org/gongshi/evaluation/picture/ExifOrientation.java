package org.gongshi.evaluation.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held (拍摄方向), from the first directory of its EXIF data; nothing else of them is looked at. */
final class ExifOrientation {
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int HEADER = 8;

    private final ByteBuffer data;

    /** @param from where the TIFF header begins */
    ExifOrientation(byte[] bytes, int from, int to) {
        this.data = ByteBuffer.wrap(bytes, Math.min(from, to), Math.max(0, to - from))
                .slice();
    }

    /** 1 to 8; 1 where nothing is said, or nothing that can be understood. */
    int read() {
        if (data.limit() < HEADER) {
            return UPRIGHT;
        }
        data.order(data.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(data.getInt(4));
        if (directory + 2 > data.limit()) {
            return UPRIGHT;
        }
        int count = Short.toUnsignedInt(data.getShort((int) directory));
        for (int entry = 0; entry < count; entry++) {
            long at = directory + 2 + (long) entry * ENTRY;
            if (at + ENTRY > data.limit()) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(data.getShort((int) at)) == TAG) {
                int value = Short.toUnsignedInt(data.getShort((int) at + HEADER));
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
