package org.gongshi.generator.compose;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Bold text as Chinese is written. CommonMark decides by blanks and punctuation whether {@code **} opens or closes; Chinese
 * has no blanks, so {@code **重点：**得分} would print its asterisks. Where the general rule fails, the next {@code **} closes.
 */
final class ChineseStrong implements InlineContentParserFactory {
    private static final int LONGEST = 400;

    private final Parser inner;

    /** @param inner understands what stands between the asterisks */
    ChineseStrong(Parser inner) {
        this.inner = inner;
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('*');
    }

    @Override
    public InlineContentParser create() {
        return this::parse;
    }

    private ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        if (before == '*' || !scanner.next("**")) {
            return ParsedInline.none();
        }
        int first = scanner.peekCodePoint();
        if (first == '*' || isBlank(first)) {
            return ParsedInline.none();
        }
        Position from = scanner.position();
        for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
            Position to = scanner.position();
            int last = scanner.peekPreviousCodePoint();
            if (i > 0 && scanner.next("**")) {
                int after = scanner.peekCodePoint();
                boolean closes = !isBlank(last) && last != '\\' && after != '*';
                if (!closes || isPlain(before, first, last, after)) {
                    return ParsedInline.none();
                }
                return ParsedInline.of(strong(scanner.getSource(from, to).getContent()), scanner.position());
            }
            scanner.next();
        }
        return ParsedInline.none();
    }

    private Node strong(String content) {
        StrongEmphasis strong = new StrongEmphasis("**");
        Node document = inner.parse(content);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            Node child = block instanceof Paragraph ? block.getFirstChild() : null;
            while (child != null) {
                Node next = child.getNext();
                strong.appendChild(child);
                child = next;
            }
        }
        return strong;
    }

    /** Whether CommonMark itself would see an opening and a closing run here. */
    private static boolean isPlain(int before, int first, int last, int after) {
        boolean opens = !isPunctuation(first) || isBlank(before) || isPunctuation(before);
        boolean closes = !isPunctuation(last) || isBlank(after) || isPunctuation(after);
        return opens && closes;
    }

    private static boolean isBlank(int codePoint) {
        return codePoint == Scanner.END || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
