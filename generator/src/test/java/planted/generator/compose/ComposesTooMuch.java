package planted.generator.compose;

import planted.generator.render.RendersTooMuch;
import planted.survey.Answers;
import planted.templates.survey.FormPage;

/** Knows a later step, the other program, a page of the survey, and a digest of the JDK. */
public final class ComposesTooMuch {
    RendersTooMuch later;
    Answers other;
    FormPage page;
    java.security.MessageDigest digest;
}
