package org.gongshi.generator.seal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A process of its own that publishes without end, to be killed at any moment. Prints a line for each release. */
final class PublishLoop {
    private PublishLoop() {}

    public static void main(String[] arguments) {
        Path output = Path.of(arguments[0]);
        for (int round = 0; ; round++) {
            Map<String, byte[]> files = SiteFixture.files("第" + round + "次");
            for (int page = 0; page < 40; page++) {
                files.put("2025/p" + page + "/index.html", SiteFixture.utf8(("第" + round + "次").repeat(200)));
            }
            Published published = SiteFixture.publish(output, files, "2025-12-31", Optional.of(SiteFixture.KEY));
            System.out.println(published.release().sequence());
        }
    }
}
