package org.gongshi.generator.load;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.publication.AuditMemo;
import org.gongshi.evaluation.publication.ContentCheck;
import org.gongshi.evaluation.publication.ContentGate;
import org.gongshi.evaluation.publication.GateResult;
import org.gongshi.evaluation.publication.PreviewResult;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.templates.frame.LanguageCheck;

/** From a folder to what may be published (装载内容), or to findings. */
public final class ContentLoader {
    private final Path content;
    private final Optional<LocalDate> asOf;
    private final AuditMemo audits;

    /**
     * @param content the content folder
     * @param asOf the day the site speaks of, where it is not that of {@code site.yaml}
     */
    public ContentLoader(Path content, Optional<LocalDate> asOf) {
        this(content, asOf, new AuditMemo());
    }

    private ContentLoader(Path content, Optional<LocalDate> asOf, AuditMemo audits) {
        this.content = content;
        this.asOf = asOf;
        this.audits = audits;
    }

    /** A copy of the content with a change: results that were audited here are not audited again there. */
    public ContentLoader ofCopy(Path copy) {
        return new ContentLoader(copy, asOf, audits);
    }

    /** What may be published, for a build: drafts are not opened. */
    public GateResult load() {
        return ContentGate.open(new ContentFolder(content), asOf);
    }

    /** Everything that is complete, drafts too, for a preview. */
    public PreviewResult preview() {
        return ContentGate.preview(new ContentFolder(content), asOf, audits);
    }

    /** All findings, drafts' too. */
    public List<Finding> check() {
        List<Finding> found = new ArrayList<>(ContentCheck.of(new ContentFolder(content), asOf, audits));
        found.addAll(words());
        found.sort(Comparator.comparing(Finding::at));
        return found;
    }

    /** Words of the survey's pages in the languages of the rounds; what is wrong with the files themselves is told already. */
    private List<Finding> words() {
        var reader = new ContentReader(new ContentFolder(content), new Findings());
        var findings = new Findings();
        for (RoundKey key : reader.rounds()) {
            if (reader.folder().has(ContentPaths.languages(key))) {
                reader.translations(key)
                        .forEach((language, translation) -> LanguageCheck.pages(
                                translation, Location.of(ContentPaths.language(key, language)), findings));
            }
        }
        return findings.sorted();
    }
}
