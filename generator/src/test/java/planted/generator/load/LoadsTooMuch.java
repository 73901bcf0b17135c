package planted.generator.load;

import planted.generator.compose.ComposesTooMuch;

/** Knows a later step. */
public final class LoadsTooMuch {
    ComposesTooMuch later;
}
