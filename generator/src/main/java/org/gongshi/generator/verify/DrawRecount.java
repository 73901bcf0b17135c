package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.DrawRecordFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.draw.Team;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;

/** The published record of the inspection draw (抽取记录), drawn again; its table says the same. */
final class DrawRecount {
    private static final Pattern RECORD = Pattern.compile("((?:[0-9]{6}/)?[0-9]{4}/)inspection/inspection-draw\\.json");

    private final SiteSource source;
    private final Recount recount;

    DrawRecount(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        for (String path : paths) {
            Matcher matcher = RECORD.matcher(path);
            if (matcher.matches()) {
                recount.guarded(path, "draw", () -> record(path, "data/" + matcher.group(1) + "inspection.csv"));
            }
        }
    }

    private void record(String path, String table) {
        if (!(Reading.of(source, path) instanceof Reading.Bytes bytes)) {
            return;
        }
        Optional<DrawRecord> read = DrawRecordFile.read(new SourceFile(path, bytes.bytes()), new Findings());
        recount.require(path, "schema", read.isPresent(), "不是抽取记录");
        read.ifPresent(record -> {
            recount.require(path, "result", record.isReproduced(), "重新抽取的结果与记录不同");
            recount.require(path, "commitment", record.keepsCommitment(), "种子与承诺值不符");
            recount.expect(
                    table, "teams", members(record).toString(), published(table).toString());
        });
    }

    /** Place, team, seat and inspector, in the order of the table. */
    private static List<List<String>> members(DrawRecord record) {
        Map<PlaceCode, Team> teams = new HashMap<>();
        record.result().teams().forEach(team -> team.places().forEach(place -> teams.put(place, team)));
        List<List<String>> members = new ArrayList<>();
        for (PlaceCode place : record.plan().places()) {
            Team team = teams.get(place);
            for (int seat = 0; seat < team.members().size(); seat++) {
                members.add(List.of(
                        place.value(),
                        Integer.toString(team.number()),
                        Integer.toString(seat + 1),
                        team.members().get(seat)));
            }
        }
        return members;
    }

    private List<List<String>> published(String table) {
        return Reading.of(source, table) instanceof Reading.Bytes bytes
                ? CsvTable.parse(bytes.bytes()).with("place", "team", "seat", "inspector").rows().stream()
                        .map(row -> List.of(row.get("place"), row.get("team"), row.get("seat"), row.get("inspector")))
                        .toList()
                : List.of();
    }
}
