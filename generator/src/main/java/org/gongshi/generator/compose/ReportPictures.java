package org.gongshi.generator.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.report.ReportPicture;
import org.gongshi.templates.site.Html;

/**
 * The pictures that a report may show (报告可用的图片), by what its Markdown calls them. Each stands beside the page under a name that
 * comes from its bytes: another picture has another address.
 */
final class ReportPictures {
    /** For texts that have none. */
    static final ReportPictures NONE = new ReportPictures(List.of(), "");

    private final Map<String, Shown> byDestination = new TreeMap<>();

    /** @param page path of the report's page */
    ReportPictures(List<ReportPicture> pictures, String page) {
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        pictures.forEach(one -> byDestination.put(
                ContentPaths.PICTURES + "/" + one.name(),
                new Shown(folder + one.picture().name(), one.picture())));
    }

    /**
     * A picture on the site.
     *
     * @param path from the site's root
     */
    record Shown(String path, Picture picture) {}

    /** The picture of an address as the Markdown has it; empty for every other address. */
    Optional<Shown> find(String destination) {
        return Optional.ofNullable(byDestination.get(destination));
    }

    /** Those that the converted text shows, by their paths: no other one is published. */
    Map<String, Picture> shown(Html body) {
        Map<String, Picture> shown = new TreeMap<>();
        byDestination.values().stream()
                .filter(one ->
                        body.value().contains("<img src=\"" + one.picture().name() + "\""))
                .forEach(one -> shown.put(one.path(), one.picture()));
        return shown;
    }
}
