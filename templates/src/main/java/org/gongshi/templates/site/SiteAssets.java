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

    /**
     * What pages of a script from top to bottom load besides: its layout and the font that the survey has for it; and the letters of
     * its name, for the switch on the other pages.
     */
    public static Map<String, byte[]> vertical() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("assets/site/vertical.css", read("vertical.css"));
        files.put("assets/site/mongolian.woff2", read("../survey/mongolian.woff2"));
        files.put("assets/site/mongolian-name.css", read("mongolian-name.css"));
        files.put("assets/site/mongolian-name.woff2", read("../survey/mongolian-name.woff2"));
        files.put("assets/site/mongolian-OFL.txt", read("../survey/mongolian-OFL.txt"));
        return files;
    }

    private static byte[] read(String name) {
        String folder = name.startsWith("../") ? "survey" : "site";
        String file = name.substring(name.lastIndexOf('/') + 1);
        try (var stream =
                SiteAssets.class.getResourceAsStream("/org/gongshi/templates/assets/" + folder + "/" + file)) {
            Require.that(stream != null, "no asset ", name);
            return stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
