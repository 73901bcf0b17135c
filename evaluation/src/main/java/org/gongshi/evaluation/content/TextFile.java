package org.gongshi.evaluation.content;

import java.util.Optional;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.MarkdownFile;
import org.gongshi.evaluation.site.SiteText;

/** Reads a file of {@code texts/} or {@code notices/}. */
final class TextFile {
    private TextFile() {}

    static Optional<SiteText> text(String name, MarkdownFile file, Fields fields) {
        var title = fields.required("title", Forms.text());
        var date = fields.optional("date", Forms.date());
        return fields.build(() -> new SiteText(name, title.get(), date.get(), file.body(), file.bodyLine()));
    }

    /** A notice has a date: notices are shown newest first. */
    static Optional<SiteText> notice(String name, MarkdownFile file, Fields fields) {
        var title = fields.required("title", Forms.text());
        var date = fields.required("date", Forms.date());
        return fields.build(
                () -> new SiteText(name, title.get(), Optional.of(date.get()), file.body(), file.bodyLine()));
    }
}
