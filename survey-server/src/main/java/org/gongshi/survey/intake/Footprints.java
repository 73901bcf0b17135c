package org.gongshi.survey.intake;

import org.gongshi.evaluation.digest.Digest;

/**
 * Which answer sheets may be on file (足迹), in 16 bytes of memory a sheet: of every id the first 64 bits, which are as random as
 * the whole. What is not here is certainly not on file, so that the table is asked for nearly none of the new sheets; what is
 * here the table must confirm. Not thread-safe.
 */
final class Footprints {
    private static final int FEWEST = 1 << 10;
    private static final int HEX_DIGITS = 16;
    private static final int HEX = 16;

    private long[] slots = new long[FEWEST];
    private int taken;
    private boolean zero;

    /** False: no sheet with this id was ever added. */
    boolean mayHold(Digest id) {
        long print = print(id);
        return print == 0 ? zero : slots[place(slots, print)] == print;
    }

    void add(Digest id) {
        long print = print(id);
        if (print == 0) {
            zero = true;
            return;
        }
        if (2 * (taken + 1) > slots.length) {
            grow();
        }
        int place = place(slots, print);
        taken += slots[place] == print ? 0 : 1;
        slots[place] = print;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long print : slots) {
            if (print != 0) {
                larger[place(larger, print)] = print;
            }
        }
        slots = larger;
    }

    /** Where the print lies, or the free slot where it would: at most half of the slots are taken. */
    private static int place(long[] slots, long print) {
        int place = (int) print & (slots.length - 1);
        while (slots[place] != 0 && slots[place] != print) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    private static long print(Digest id) {
        return Long.parseUnsignedLong(id.hex(), 0, HEX_DIGITS, HEX);
    }
}
