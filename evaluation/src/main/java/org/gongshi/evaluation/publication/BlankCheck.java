package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.round.Release;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;

/**
 * What the starting content left for the office to fill in (待填写) in files that go to the public nearly as they are: the round, its
 * indicator system, reports that are to be published, and the pages of text. Once a round is published it is an error, before that a
 * warning. Items of {@code site.yaml} are {@link SiteItemsCheck}'s part.
 */
final class BlankCheck {
    static final String TO_FILL_IN = "待填写";

    private final ContentReader content;
    private final Findings findings;

    BlankCheck(ContentReader content, Findings findings) {
        this.content = Objects.requireNonNull(content, "content");
        this.findings = Objects.requireNonNull(findings, "findings");
    }

    /** Looks at everything, drafts included. */
    void everything() {
        check(true, name -> true);
    }

    /** Looks at what the gate has opened for publication, and opens nothing besides: a report before its day stays shut. */
    void opened() {
        check(false, content.folder().opened()::containsKey);
    }

    private void check(boolean drafts, Predicate<String> open) {
        boolean publishes = false;
        for (RoundKey key : content.rounds()) {
            Optional<Release> release = content.round(key).flatMap(Round::release);
            boolean released = release.isPresent();
            publishes |= released;
            release.ifPresent(known -> files(
                    known.places().stream()
                            .map(place -> ContentPaths.report(new Subject(key, place)))
                            .filter(open)
                            .sorted()
                            .toList(),
                    true));
            if (released || drafts) {
                files(List.of(ContentPaths.round(key), ContentPaths.indicators(key)), released);
            }
        }
        if (publishes || drafts) {
            files(
                    content.folder().list(ContentPaths.TEXTS, new Findings()).stream()
                            .filter(name -> name.endsWith(".md"))
                            .map(name -> ContentPaths.TEXTS + "/" + name)
                            .filter(open)
                            .toList(),
                    publishes);
        }
    }

    private void files(List<String> names, boolean stops) {
        for (String name : names) {
            Optional<SourceFile> file = content.folder().openIfPresent(name, new Findings());
            file.flatMap(found -> found.text(new Findings())).ifPresent(text -> lines(file.get(), text, stops));
        }
    }

    private void lines(SourceFile file, String text, boolean stops) {
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            int column = lines.get(at).indexOf(TO_FILL_IN);
            if (column >= 0 && !lines.get(at).stripLeading().startsWith("#")) {
                Location where = file.at(at + 1, column + 1);
                String message = "还有待填写的内容";
                String hint = "改成真实内容，公布之前必须填好";
                findings.add(stops ? Finding.error(where, message, hint) : Finding.warning(where, message, hint));
            }
        }
    }
}
