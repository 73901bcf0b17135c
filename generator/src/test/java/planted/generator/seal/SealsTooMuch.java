package planted.generator.seal;

import planted.generator.compose.ComposesTooMuch;

/** Knows what is composed and renders a template. */
public final class SealsTooMuch {
    ComposesTooMuch earlier;
    gg.jte.TemplateEngine templates;
}
