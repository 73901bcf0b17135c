package org.gongshi.generator.compose;

import java.util.Map;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Frame;

/** Where a licence can be read (使用许可): at its publisher for those that are known by their SPDX name, on the data page for any other. */
final class Licences {
    private static final Map<String, String> KNOWN = Map.of(
            "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/",
            "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/",
            "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/",
            "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/",
            "MulanPSL-2.0", "https://license.coscl.org.cn/MulanPSL2");

    private Licences() {}

    static String address(Site site) {
        return KNOWN.getOrDefault(site.licence(), Frame.address(site, SitePaths.DATA) + "#terms");
    }
}
