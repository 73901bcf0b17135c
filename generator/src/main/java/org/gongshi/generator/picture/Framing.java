package org.gongshi.generator.picture;

import org.gongshi.evaluation.Require;

/**
 * What an author shows of a picture, and how (裁剪与旋转).
 *
 * @param left what is cut away on the left side, in 1/100,000 of the width
 * @param top on top, in 1/100,000 of the height
 * @param right on the right side
 * @param bottom below
 * @param quarters how often it is turned to the right by 90°, 0 to 3
 * @param mirrored whether left and right are swapped before it is turned
 */
public record Framing(int left, int top, int right, int bottom, int quarters, boolean mirrored) {
    /** The whole picture as it is. */
    public static final Framing WHOLE = new Framing(0, 0, 0, 0, 0, false);

    static final int ALL = 100_000;

    public Framing {
        Require.that(left >= 0 && top >= 0 && right >= 0 && bottom >= 0, "nothing is cut away beside a picture");
        Require.that(left + right < ALL && top + bottom < ALL, "something of a picture is shown");
        Require.that(quarters >= 0 && quarters <= 3, "quarters of a turn: ", quarters);
    }

    boolean isCropped() {
        return left + top + right + bottom > 0;
    }

    boolean isTurned() {
        return quarters > 0 || mirrored;
    }

    /** How a camera was held, as EXIF counts, is the same said in other words. */
    static Framing upright(int orientation) {
        return switch (orientation) {
            case 2 -> turned(0, true);
            case 3 -> turned(2, false);
            case 4 -> turned(2, true);
            case 5 -> turned(3, true);
            case 6 -> turned(1, false);
            case 7 -> turned(1, true);
            case 8 -> turned(3, false);
            default -> WHOLE;
        };
    }

    private static Framing turned(int quarters, boolean mirrored) {
        return new Framing(0, 0, 0, 0, quarters, mirrored);
    }
}
