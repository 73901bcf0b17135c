package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TimeZone;
import org.gongshi.evaluation.publication.SampleContent;
import org.junit.jupiter.api.Test;

class SiteRendererTest {
    @Test
    void makes_the_same_bytes_in_any_locale_and_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            SiteFiles other = SampleSite.of(SampleContent.content());
            assertThat(other.paths()).isEqualTo(SampleSite.FILES.paths());
            other.paths()
                    .forEach(path -> assertThat(other.bytes(path)).as(path).isEqualTo(SampleSite.FILES.bytes(path)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
