package org.gongshi.templates.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.Test;

/** Every key a template of the site names has words. (The generator's test finds words that nobody says.) */
class SiteWordsTest {
    private static final Pattern KEY = Pattern.compile("\\.text\\(\"([A-Za-z.-]+)\"[,)]");

    @Test
    void has_words_for_every_key_in_a_template() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String folder : new String[] {"jte/layout", "jte/part", "jte/chart", "jte/site"}) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String template = Files.readString(file);
                    Matcher matcher = KEY.matcher(template);
                    while (template.contains("org.gongshi.templates.site") && matcher.find()) {
                        keys.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(100);
        assertThat(Wording.load("site", "zh-CN").keys()).containsAll(keys);
    }
}
