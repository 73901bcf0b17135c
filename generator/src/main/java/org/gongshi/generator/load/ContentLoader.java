package org.gongshi.generator.load;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.publication.ContentCheck;
import org.gongshi.evaluation.publication.ContentGate;
import org.gongshi.evaluation.publication.GateResult;
import org.gongshi.evaluation.publication.PreviewResult;

/** From a folder to what may be published (装载内容), or to findings. */
public final class ContentLoader {
    private final Path content;
    private final Optional<LocalDate> asOf;

    /**
     * @param content the content folder
     * @param asOf the day the site speaks of, where it is not that of {@code site.yaml}
     */
    public ContentLoader(Path content, Optional<LocalDate> asOf) {
        this.content = content;
        this.asOf = asOf;
    }

    /** What may be published, for a build: drafts are not opened. */
    public GateResult load() {
        return ContentGate.open(new ContentFolder(content), asOf);
    }

    /** Everything that is complete, drafts too, for a preview. */
    public PreviewResult preview() {
        return ContentGate.preview(new ContentFolder(content), asOf);
    }

    /** All findings, drafts' too. */
    public List<Finding> check() {
        return ContentCheck.of(new ContentFolder(content), asOf);
    }
}
