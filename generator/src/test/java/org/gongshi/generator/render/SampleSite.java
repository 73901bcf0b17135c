package org.gongshi.generator.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.generator.compose.SiteComposer;

/** The site of the sample content, made once for all tests. */
final class SampleSite {
    static final SiteFiles FILES = of(SampleContent.content());

    private SampleSite() {}

    static SiteFiles of(PublishedContent content) {
        return SiteRenderer.render(SiteComposer.compose(content));
    }

    static String text(SiteFiles files, String path) {
        return new String(files.bytes(path), StandardCharsets.UTF_8);
    }

    static String text(String path) {
        return text(FILES, path);
    }

    static Map<String, String> pages(SiteFiles files) {
        Map<String, String> pages = new TreeMap<>();
        files.paths().stream()
                .filter(path -> path.endsWith(".html"))
                .forEach(path -> pages.put(path, text(files, path)));
        return pages;
    }

    static void write(SiteFiles files, Path folder) throws IOException {
        for (String path : files.paths()) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, files.bytes(path));
        }
    }
}
