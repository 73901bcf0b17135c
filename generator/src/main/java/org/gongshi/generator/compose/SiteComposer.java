package org.gongshi.generator.compose;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Meta;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.site.HomePage;

/** All composers together: what the gate let through becomes the plan of a site. A pure function. */
public final class SiteComposer {
    private SiteComposer() {}

    public static SitePlan compose(PublishedContent content) {
        Wording words = Wording.of("zh-CN");
        Frame frame = new Frame(
                words,
                content.site(),
                "index.html",
                content.site().name(),
                content.site().name(),
                "",
                List.of(),
                List.of(),
                List.of(new Meta("SiteName", content.site().name())),
                Optional.empty(),
                Optional.empty());
        return new SitePlan.Builder().page(new HomePage(frame)).build();
    }
}
