package planted.generator.render;

import planted.generator.seal.SealsTooMuch;

/** Knows a later step and reads Markdown. */
public final class RendersTooMuch {
    SealsTooMuch later;
    org.commonmark.parser.Parser markdown;
}
