package org.gongshi.generator.compose;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * What stands within a line (行内文字). Most lines, the cells of tables above all, hold no sign of Markdown: they are taken as they
 * stand, for the general parser prepares itself for every sign before each of them, which took longer than a page's template.
 */
final class PlainInlines implements InlineParser {
    /** Signs that mean nothing within a line; every other one of ASCII is left to the general parser. */
    private static final String MEANINGLESS = " .,;:%+-/()";

    private final InlineParser markdown;

    PlainInlines(InlineParserContext context) {
        this.markdown = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        if (lines.getLines().size() == 1 && isPlain(lines.getLines().get(0).getContent())) {
            String text = withoutBlanksBehind(lines.getContent());
            if (!text.isEmpty()) {
                block.appendChild(new Text(text));
            }
        } else {
            markdown.parse(lines, block);
        }
    }

    private static boolean isPlain(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > 0x7F
                    || c >= '0' && c <= '9'
                    || c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || MEANINGLESS.indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String withoutBlanksBehind(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }
}
