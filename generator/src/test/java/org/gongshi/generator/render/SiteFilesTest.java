package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x",
                "a/../../x",
                "a//b",
                "a/",
                ".",
                "a\\b",
                "C:/x",
                "a/\u0000",
                "页/index.html",
                "a b"
            })
    void refuses_a_path_that_is_none_of_a_site(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> SiteFiles.of(Map.of(path, new byte[0])));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.of(Map.of()).plus(path, new byte[0]));
    }

    @Test
    void keeps_its_bytes_whatever_happens_to_those_handed_in_or_out() {
        byte[] bytes = {1, 2};
        SiteFiles files = SiteFiles.of(Map.of("b/x.csv", bytes, "a.txt", new byte[0]));
        bytes[0] = 9;
        files.bytes("b/x.csv")[1] = 9;
        assertThat(files.bytes("b/x.csv")).containsExactly(1, 2);
        assertThat(files.paths()).containsExactly("a.txt", "b/x.csv");
        assertThat(files.totalBytes()).isEqualTo(2);
    }

    @Test
    void takes_a_file_once_only() {
        SiteFiles files = SiteFiles.of(Map.of("a.txt", new byte[0])).plus("b.txt", new byte[] {7});
        assertThat(files.paths()).containsExactly("a.txt", "b.txt");
        assertThatIllegalArgumentException().isThrownBy(() -> files.plus("a.txt", new byte[0]));
    }
}
