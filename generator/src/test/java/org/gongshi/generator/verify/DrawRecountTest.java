package org.gongshi.generator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published record of the draw and its table, changed one at a time. */
class DrawRecountTest {
    private static final String RECORD = "2025/inspection/inspection-draw.json";
    private static final String TABLE = "data/2025/inspection.csv";

    @TempDir
    Path site;

    private String table;

    @BeforeEach
    void publish() throws IOException {
        Path record = Path.of("..", "content", "demo", "2025", "990000", "inspection-draw.json");
        Files.createDirectories(site.resolve(RECORD).getParent());
        Files.createDirectories(site.resolve(TABLE).getParent());
        Files.copy(record, site.resolve(RECORD));
        // Written from the record's own lines, so that it shares nothing with the generator.
        StringBuilder rows = new StringBuilder("place,team,seat,inspector\r\n");
        String text = Files.readString(record, StandardCharsets.UTF_8).replaceAll("\\s", "");
        for (int place = 1; place <= 12; place++) {
            String code = "99" + (place < 10 ? "0" : "") + place + "00";
            var team = java.util.regex.Pattern.compile("\\{\"number\":(\\d+),\"places\":\\[[^\\]]*\"" + code
                            + "\"[^\\]]*\\],\"members\":\\[([^\\]]*)\\]")
                    .matcher(text);
            assertThat(team.find()).as(code).isTrue();
            List<String> members = List.of(team.group(2).replace("\"", "").split(","));
            for (int seat = 0; seat < members.size(); seat++) {
                rows.append(code + "," + team.group(1) + "," + (seat + 1) + "," + members.get(seat) + "\r\n");
            }
        }
        table = rows.toString();
        Files.writeString(site.resolve(TABLE), table);
    }

    private List<String> faults() throws IOException {
        Recount recount = new Recount();
        try (FolderSource source = new FolderSource(site)) {
            new DrawRecount(source, recount).check(Set.of(RECORD, TABLE));
        }
        return recount.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void what_was_drawn_is_confirmed() throws IOException {
        assertThat(faults()).isEmpty();
    }

    @Test
    void another_seed_another_member_and_another_table_are_found() throws IOException {
        String record = Files.readString(site.resolve(RECORD));
        Files.writeString(site.resolve(RECORD), record.replace("abf0e22b", "bbf0e22b"));
        assertThat(faults()).anyMatch(fault -> fault.contains("重新抽取")).anyMatch(fault -> fault.contains("承诺值"));
        int members = record.indexOf("\"members\"");
        Files.writeString(
                site.resolve(RECORD),
                record.substring(0, members) + record.substring(members).replaceFirst("\"D[0-9]+\"", "\"D18\""));
        assertThat(faults()).anyMatch(fault -> fault.contains("重新抽取"));
        Files.writeString(site.resolve(RECORD), "{}");
        assertThat(faults()).anyMatch(fault -> fault.contains("不是抽取记录"));
        Files.writeString(site.resolve(RECORD), record);
        Files.writeString(site.resolve(TABLE), table.replaceFirst("990100,1,1,D[0-9]+", "990100,1,1,D18"));
        assertThat(faults()).anyMatch(fault -> fault.contains(TABLE));
    }
}
