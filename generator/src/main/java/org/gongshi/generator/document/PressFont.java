package org.gongshi.generator.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of printed reports (字体): Noto Serif SC under the SIL Open Font License 1.1, cut down to the 8,105 characters of the
 * 通用规范汉字表, GB 2312, Latin letters and signs; {@code generator/src/font} tells how it was made.
 */
final class PressFont {
    /** Stands for a character that the font does not have (〓, as printers do). */
    static final int MISSING = 0x3013;

    private static final String FILE = "NotoSerifSC-standard.ttf";
    private static final PressFont FONT = read();

    private final byte[] bytes;
    private final BitSet characters;

    private PressFont(byte[] bytes, BitSet characters) {
        this.bytes = bytes;
        this.characters = characters;
    }

    static InputStream open() {
        return new ByteArrayInputStream(FONT.bytes);
    }

    /** Whether the font has a glyph of its own for it. */
    static boolean has(int character) {
        return FONT.characters.get(character);
    }

    private static PressFont read() {
        try (InputStream in = PressFont.class.getResourceAsStream(FILE)) {
            byte[] bytes = in.readAllBytes();
            BitSet characters = new BitSet();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                for (int one = ' '; one <= Character.MAX_CODE_POINT; one++) {
                    if (glyphs.getGlyphId(one) != 0) {
                        characters.set(one);
                    }
                }
            }
            return new PressFont(bytes, characters);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
