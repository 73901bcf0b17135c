package org.gongshi.evaluation.content.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * The bytes of one content file (源文件) and the name under which findings speak of it.
 *
 * @param name path relative to the content folder, with {@code /}
 */
public record SourceFile(String name, byte[] bytes) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public SourceFile {
        Require.text(name, "name");
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of the exact bytes. */
    public Digest digest() {
        return Digest.of(bytes);
    }

    /** The whole file as a place of findings. */
    public Location at() {
        return Location.of(name);
    }

    /** A place in the file. */
    public Location at(int line, int column) {
        return new Location(name, line, column, "");
    }

    /**
     * The text without a byte order mark; empty, with findings, when a byte is not UTF-8 or a character is a control
     * character that no text file of an office holds.
     */
    public Optional<String> text(Findings findings) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        boolean faulty = decoder.decode(input, output, true).isError();
        String text = output.flip().toString();
        if (faulty) {
            findings.error(end(text), "这里的字节不是 UTF-8", encodingHint());
            return Optional.empty();
        }
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return hasControlCharacter(plain, findings) ? Optional.empty() : Optional.of(plain);
    }

    private Location end(String text) {
        String before = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        int line = 1;
        int start = 0;
        for (int i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', start)) {
            line++;
            start = i + 1;
        }
        return at(line, before.codePointCount(start, before.length()) + 1);
    }

    private boolean hasControlCharacter(String text, Findings findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isForbidden(c)) {
                findings.error(end(text.substring(0, i)), String.format("不允许的控制字符 U+%04X", (int) c), "请删去这个看不见的字符");
                return true;
            }
        }
        return false;
    }

    /** Control characters besides tab and line ends; marks unseen that turn a text's direction, end a line or hide in a word. */
    public static boolean isForbidden(char c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        boolean direction = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        // Marks that nobody sees make two names look alike; the joiners of Mongolian stay.
        boolean invisible = c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u00AD'
                || (c >= '\u2060' && c <= '\u2064')
                || c == '\uFEFF';
        // Line ends that no editor shows: to some programs the rest of a title would be another line.
        boolean lineEnd = c == '\u2028' || c == '\u2029';
        return control || direction || invisible || lineEnd || c == '\uFFFE' || c == '\uFFFF';
    }

    /** Whether a text holds a character that {@link #isForbidden} names. */
    public static boolean hasForbidden(String text) {
        return text.chars().anyMatch(c -> isForbidden((char) c));
    }

    private String encodingHint() {
        if (bytes.length >= 2 && (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF))) {
            return "文件是 UTF-16 编码：请在编辑器中用“另存为 UTF-8”重新保存";
        }
        CharsetDecoder chinese = strict(Charset.forName("GB18030"));
        boolean readable = !chinese.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), true)
                .isError();
        return readable ? "文件像是 GBK（GB18030）编码：请在编辑器或 Excel 中用“另存为 UTF-8”重新保存" : "请在编辑器中用“另存为 UTF-8”重新保存，或换回未损坏的文件";
    }

    private boolean startsWith(int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return name;
    }
}
