package org.gongshi.generator.render;

import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.evaluation.publication.GateResult;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.generator.load.ContentLoader;

/** The shipped demonstration, loaded once: the only content with two years. */
final class ShippedDemo {
    static final PublishedContent CONTENT = content();
    static final SiteFiles FILES = SampleSite.of(CONTENT);

    private ShippedDemo() {}

    private static PublishedContent content() {
        GateResult result = new ContentLoader(Path.of("..", "content", "demo"), Optional.empty()).load();
        if (result instanceof GateResult.Passed passed) {
            return passed.content();
        }
        throw new IllegalStateException("the demonstration is refused: " + ((GateResult.Refused) result).findings());
    }
}
