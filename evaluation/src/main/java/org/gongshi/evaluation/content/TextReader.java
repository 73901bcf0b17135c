package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.site.SiteText;

/** Reads {@code texts/} and {@code notices/} (说明文字和通知). */
public final class TextReader {
    /** The texts that every site has. */
    public static final List<String> NAMES = List.of("regulation", "methodology", "verify", "about");
    /** Texts that a site may have: terms, privacy, the promise about addresses and data. */
    static final List<String> FURTHER = List.of("glossary", "privacy", "promise");

    private static final Pattern NOTICE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}\\.md");
    private static final String EXTENSION = ".md";

    private final ContentReader content;

    public TextReader(ContentReader content) {
        this.content = content;
    }

    /** The texts by name; a missing one is a finding. */
    public Map<String, SiteText> texts() {
        Map<String, SiteText> texts = new TreeMap<>();
        NAMES.forEach(name -> text(name, texts));
        List<String> written =
                content.folder().list(ContentPaths.TEXTS, content.files().findings());
        FURTHER.stream().filter(name -> written.contains(name + EXTENSION)).forEach(name -> text(name, texts));
        return texts;
    }

    private void text(String name, Map<String, SiteText> texts) {
        content.files()
                .markdown(
                        ContentPaths.TEXTS + "/" + name + EXTENSION,
                        (file, fields) -> TextFile.text(name, file, fields))
                .ifPresent(located -> texts.put(name, located.value()));
    }

    /** The notices, newest first. */
    public List<SiteText> notices() {
        List<SiteText> notices = new ArrayList<>();
        for (String file :
                content.folder().list(ContentPaths.NOTICES, content.files().findings())) {
            if (file.endsWith(EXTENSION) && !SiteLanguageReader.isSibling(file)) {
                notice(file).ifPresent(notices::add);
            }
        }
        notices.sort(Comparator.comparing((SiteText notice) -> notice.date().orElseThrow())
                .reversed()
                .thenComparing(SiteText::name));
        return List.copyOf(notices);
    }

    private Optional<SiteText> notice(String file) {
        String path = ContentPaths.NOTICES + "/" + file;
        if (!NOTICE.matcher(file).matches()) {
            content.files()
                    .findings()
                    .error(Location.of(path), "通知的文件名会成为网址，只能用小写字母、数字和连字符", "请改名，例如 2025-01-notice.md");
            return Optional.empty();
        }
        String name = file.substring(0, file.length() - EXTENSION.length());
        return content.files()
                .markdown(path, (markdown, fields) -> TextFile.notice(name, markdown, fields))
                .map(Located::value);
    }
}
