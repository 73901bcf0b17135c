package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.CsvFile;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.evaluation.site.SiteTranslation;

/**
 * Reads the translations of the public site (网站译文): {@code languages/TAG.yaml} with their approval, {@code languages/TAG.csv}, and
 * {@code NAME.TAG.md} beside texts and notices. A translation whose day has not come is not opened.
 */
public final class SiteLanguageReader {
    static final List<String> COLUMNS = List.of("original", "text");
    private static final Pattern SIBLING =
            Pattern.compile("([a-z0-9][a-z0-9-]{0,79})\\.([a-z]{2,3}(?:-[A-Za-z]{2,4})*)\\.md");

    private final ContentReader content;
    private final Findings findings;

    public SiteLanguageReader(ContentReader content) {
        this.content = content;
        this.findings = content.files().findings();
    }

    /** Whether a file of texts or notices is the translation of another one. */
    static boolean isSibling(String file) {
        Matcher matcher = SIBLING.matcher(file);
        return matcher.matches() && Translation.isLanguage(matcher.group(2));
    }

    /** Tags of the languages for which there is a folder entry, sorted. */
    public static List<String> languages(ContentFolder folder, Findings findings) {
        return folder.list(ContentPaths.LANGUAGES, findings).stream()
                .filter(name -> name.endsWith(".yaml"))
                .map(name -> name.substring(0, name.length() - ".yaml".length()))
                .filter(Translation::isLanguage)
                .toList();
    }

    /**
     * The translations that are due, by tag.
     *
     * @param texts what stands in {@code texts/}, by name
     * @param day the day that the site speaks of; empty: the last day that there is
     */
    public List<SiteTranslation> translations(
            Map<String, SiteText> texts, List<SiteText> notices, Optional<LocalDate> day) {
        List<SiteTranslation> read = new ArrayList<>();
        for (String language : languages(content.folder(), findings)) {
            content.files()
                    .yaml(ContentPaths.siteLanguage(language), (Fields fields) -> head(fields, language))
                    .filter(head ->
                            day.isEmpty() || !head.value().decision().date().isAfter(day.get()))
                    .flatMap(head -> whole(head, texts, notices))
                    .ifPresent(read::add);
        }
        read.sort(Comparator.comparing(SiteTranslation::language));
        return List.copyOf(read);
    }

    private Optional<SiteTranslation> whole(
            Located<SiteTranslation> head, Map<String, SiteText> texts, List<SiteText> notices) {
        String language = head.value().language();
        Optional<Map<String, String>> wordings = wordings(language);
        Map<String, SiteText> pages = new TreeMap<>();
        texts.values().forEach(text -> page(ContentPaths.TEXTS, text, language, pages));
        notices.forEach(notice -> page(ContentPaths.NOTICES, notice, language, pages));
        Digest digest = digest(language);
        if (!digest.equals(head.value().decision().digest())) {
            findings.error(
                    head.at().at("digest"),
                    "译文 " + language + " 与批准的摘要不符，实为 " + digest,
                    "批准之后被修改：请恢复原来的译文，或重新审定并更新 digest");
        }
        return wordings.map(all ->
                new SiteTranslation(language, head.value().name(), head.value().decision(), all, pages));
    }

    /** SHA-256 of what {@code sha256sum} prints of all files of a translation, in the order of their paths. */
    private Digest digest(String language) {
        List<String> files = new ArrayList<>(List.of(ContentPaths.siteWordings(language)));
        for (String folder : List.of(ContentPaths.NOTICES, ContentPaths.TEXTS)) {
            content.folder().list(folder, findings).stream()
                    .filter(name -> isSibling(name) && name.endsWith("." + language + ".md"))
                    .forEach(name -> files.add(folder + "/" + name));
        }
        StringBuilder sums = new StringBuilder();
        for (String file : files) {
            content.folder()
                    .openIfPresent(file, findings)
                    .ifPresent(open -> sums.append(open.digest().hex())
                            .append("  ")
                            .append(file)
                            .append('\n'));
        }
        return Digest.of(sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Map<String, String>> wordings(String language) {
        return content.files()
                .whole(found -> content.folder()
                        .open(ContentPaths.siteWordings(language), found)
                        .map(file -> wordings(file, found)));
    }

    private static Map<String, String> wordings(SourceFile file, Findings found) {
        Map<String, String> wordings = new TreeMap<>();
        for (CsvRow row : CsvFile.read(file, COLUMNS, found).map(CsvFile::rows).orElse(List.of())) {
            Optional<String> original = row.required("original", Forms.text(), found);
            Optional<String> text = row.required("text", Forms.text(), found);
            if (original.isPresent() && text.isPresent() && wordings.putIfAbsent(original.get(), text.get()) != null) {
                found.error(row.at("original"), "同一原文已有一行译文", "每条原文只写一行");
            }
        }
        return wordings;
    }

    private void page(String folder, SiteText original, String language, Map<String, SiteText> pages) {
        String source = folder + "/" + original.name() + ".md";
        String path = folder + "/" + original.name() + "." + language + ".md";
        if (!content.folder().has(path)) {
            return;
        }
        content.files()
                .markdown(path, (file, fields) -> {
                    var title = fields.required("title", Forms.text());
                    var of = fields.required(
                            "of", Forms.text("原文的摘要（sha256: 和 64 位十六进制数字）", "写原文文件的 sha256sum", Digest::isValid));
                    of.value()
                            .filter(digest -> !Digest.parse(digest)
                                    .equals(content.folder().opened().get(source)))
                            .ifPresent(digest -> fields.reject(
                                    of.at(),
                                    "译文所依据的原文 " + source + " 已经改动，实为 "
                                            + content.folder().opened().get(source),
                                    "请核对译文，再更新 of"));
                    return fields.build(() ->
                            new SiteText(original.name(), title.get(), original.date(), file.body(), file.bodyLine()));
                })
                .ifPresent(located -> pages.put(source, located.value()));
    }

    /** The approval, with no text yet. */
    private static Optional<SiteTranslation> head(Fields fields, String file) {
        var language = fields.required("language", Forms.text("语言代码", "与文件名相同，例如 en、mn-Mong", tag -> tag.equals(file)));
        var name = fields.required("name", Forms.text());
        var body = fields.required("body", Forms.text());
        var document = fields.required("document", Forms.text());
        var date = fields.required("date", Forms.date());
        var digest = fields.required(
                "digest", Forms.text("摘要（sha256: 和 64 位十六进制数字）", "先写 64 个 0，check 会说出实际的摘要", Digest::isValid));
        return fields.build(() -> new SiteTranslation(
                language.get(),
                name.get(),
                new SiteTranslation.Decision(body.get(), document.get(), date.get(), Digest.parse(digest.get())),
                Map.of(),
                Map.of()));
    }
}
