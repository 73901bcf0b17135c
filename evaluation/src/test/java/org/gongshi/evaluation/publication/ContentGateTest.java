package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentGateTest {
    @TempDir
    private Path root;

    @Test
    void valid_content_has_no_finding() {
        assertThat(ContentFixture.valid(root).check()).isEmpty();
    }
}
