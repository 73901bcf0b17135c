package org.gongshi.templates.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;

/** Style sheet, icon and script of the public site: all that its pages load, nothing from elsewhere. */
public final class SiteAssets {
    private static final List<String> NAMES = List.of("site.css", "icon.svg", "mode.js", "search.js");

    private SiteAssets() {}

    /** The files by their path in the site. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        NAMES.forEach(name -> files.put("assets/site/" + name, read(name)));
        return files;
    }

    private static byte[] read(String name) {
        try (var stream = SiteAssets.class.getResourceAsStream("/org/gongshi/templates/assets/site/" + name)) {
            Require.that(stream != null, "no asset ", name);
            return stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
