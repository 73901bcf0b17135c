package planted.generator.document;

import planted.generator.load.LoadsTooMuch;

/** Knows a step that is none of its business. */
public final class PrintsTooMuch {
    LoadsTooMuch other;
}
