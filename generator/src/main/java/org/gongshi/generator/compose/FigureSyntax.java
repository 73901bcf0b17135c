package org.gongshi.generator.compose;

import java.util.Optional;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Reads cited figures, {@code {{加权分数}}}; whatever means nothing stays plain text. Never inside of code. */
final class FigureSyntax implements InlineContentParserFactory {
    /** No figure at all, for texts outside of reports. */
    static final Source NONE = key -> Optional.empty();

    private static final int LONGEST_KEY = 40;

    private final Source figures;

    FigureSyntax(Source figures) {
        this.figures = figures;
    }

    /** Where figures come from. */
    @FunctionalInterface
    interface Source {
        Optional<Citations.Figure> find(String key);
    }

    /** A cited figure in the text. */
    static final class FigureNode extends CustomNode {
        private final Citations.Figure figure;

        private FigureNode(Citations.Figure figure) {
            this.figure = figure;
        }

        Citations.Figure figure() {
            return figure;
        }
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
        return this::parse;
    }

    private ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (!scanner.next("{{")) {
            return ParsedInline.none();
        }
        Position from = scanner.position();
        for (int i = 0; i <= LONGEST_KEY && scanner.hasNext() && scanner.peek() != '\n'; i++) {
            Position to = scanner.position();
            if (scanner.next("}}")) {
                Optional<Citations.Figure> figure =
                        figures.find(scanner.getSource(from, to).getContent());
                return figure.map(found -> ParsedInline.of(new FigureNode(found), scanner.position()))
                        .orElseGet(ParsedInline::none);
            }
            scanner.next();
        }
        return ParsedInline.none();
    }
}
