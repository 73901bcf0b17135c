package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.content.source.CsvFile;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.SpreadsheetCell;
import org.gongshi.evaluation.draw.Inspector;
import org.gongshi.evaluation.draw.Roster;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;

/** Reads a roster of inspectors (督学名册) from CSV: {@code id,name,home,avoids,group,available}. */
public final class RosterFile {
    static final List<String> COLUMNS = List.of("id", "name", "home", "avoids", "group", "available");
    private static final Form<Set<PlaceCode>> CODES = Forms.code("用空格分开的行政区划代码", "例如 150100 150121", RosterFile::codes);

    private RosterFile() {}

    /** The roster; empty, with findings for every wrong row, when anything is wrong. */
    public static Optional<Roster> read(SourceFile file, Findings findings) {
        Findings own = new Findings();
        List<Inspector> inspectors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvRow row : CsvFile.read(file, COLUMNS, own).map(CsvFile::rows).orElse(List.of())) {
            inspector(row, own).ifPresent(inspector -> {
                if (!seen.add(inspector.id())) {
                    own.error(row.at("id"), "编号 " + inspector.id() + " 重复", "每名督学一行，编号各不相同");
                } else {
                    inspectors.add(inspector);
                }
            });
        }
        if (inspectors.isEmpty() && !own.hasErrors()) {
            own.error(file.at(), "名册中没有督学", "表头下每行写一名督学");
        }
        own.sorted().forEach(findings::add);
        return own.hasErrors() ? Optional.empty() : Optional.of(new Roster(inspectors));
    }

    private static Optional<Inspector> inspector(CsvRow row, Findings findings) {
        var id = row.required("id", Forms.code("编号", "例如 D012", RosterFile::word), findings);
        var home = row.optional("home", Forms.placeCode(), findings);
        var avoids = row.optional("avoids", CODES, findings);
        var available = row.required("available", Forms.bool(), findings);
        if (id.isEmpty() || home.isEmpty() || avoids.isEmpty() || available.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Inspector(
                id.get(),
                // The plain form of a workbook guards a name that a spreadsheet would compute.
                SpreadsheetCell.bare(row.text("name")),
                home.get(),
                avoids.get().orElse(Set.of()),
                SpreadsheetCell.bare(row.text("group")),
                available.get()));
    }

    private static Optional<String> word(String text) {
        return Optional.of(text).filter(word -> !word.isBlank() && word.length() <= 40);
    }

    private static Optional<Set<PlaceCode>> codes(String text) {
        List<String> words = Arrays.asList(text.split("[\\s、,，;；]+"));
        if (!words.stream().allMatch(PlaceCode::isValid)) {
            return Optional.empty();
        }
        Set<PlaceCode> codes = new TreeSet<>();
        words.forEach(word -> codes.add(new PlaceCode(word)));
        return Optional.of(codes);
    }
}
