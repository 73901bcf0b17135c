package org.gongshi.survey.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.sampling.FrameAddress;
import org.gongshi.evaluation.sampling.FrameClass;
import org.gongshi.evaluation.sampling.SampleFrame;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * Reads the files of a frame (读取抽样框). Every fault is a finding with its line or cell; the frame comes out only when there is none.
 */
public final class FrameReader {
    private static final int LARGEST_CLASS = 1000;
    // 18 digits of an identity card, 11 of a mobile phone: such a list must not become a public record.
    private static final Pattern PERSONAL =
            Pattern.compile(".*(?<![0-9])([1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9})(?![0-9]).*");

    private final Set<PlaceCode> places;
    private final Findings findings;
    private final List<FrameClass> classes = new ArrayList<>();
    private final List<FrameAddress> addresses = new ArrayList<>();
    private final Map<String, Location> seen = new HashMap<>();

    private FrameReader(Set<PlaceCode> places, Findings findings) {
        this.places = Set.copyOf(places);
        this.findings = findings;
    }

    /**
     * The frame in these files.
     *
     * @param places those of the round; empty when any code will do
     */
    public static Optional<SampleFrame> read(List<SourceFile> files, Set<PlaceCode> places, Findings findings) {
        Findings found = new Findings();
        var reader = new FrameReader(places, found);
        for (SourceFile file : files) {
            List<FrameTable> tables = file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? WorkbookFrame.read(file, found)
                    : CsvFrame.read(file, found).stream().toList();
            long rows = tables.stream().mapToLong(table -> table.rows().size()).sum();
            if (rows == 0 && !found.hasErrors()) {
                found.error(file.at(), "抽样框中没有一行", "表头之下每行写一个班级或一个住址");
            }
            tables.forEach(reader::table);
        }
        found.sorted().forEach(findings::add);
        return found.hasErrors() ? Optional.empty() : Optional.of(new SampleFrame(reader.classes, reader.addresses));
    }

    private void table(FrameTable table) {
        for (FrameRow row : table.rows()) {
            if (table.columns() == FrameColumns.CLASSES) {
                schoolClass(row).ifPresent(classes::add);
            } else {
                address(row).ifPresent(addresses::add);
            }
        }
    }

    private Optional<FrameClass> schoolClass(FrameRow row) {
        var place = place(row);
        var stage = row.read("stage", stage(), findings);
        var school = row.read("school", label(), findings);
        var name = row.read("class", label(), findings);
        var students = row.read("students", Forms.integer(1, LARGEST_CLASS), findings);
        boolean sound = place.isPresent()
                && stage.isPresent()
                && school.isPresent()
                && name.isPresent()
                && students.isPresent();
        if (!sound
                || isRepeated(
                        row, "class", place.get() + "\n" + stage.get() + "\n" + school.get() + "\n" + name.get())) {
            return Optional.empty();
        }
        return Optional.of(new FrameClass(place.get(), stage.get(), school.get(), name.get(), students.get()));
    }

    private Optional<FrameAddress> address(FrameRow row) {
        var place = place(row);
        var code = row.read("address", label(), findings);
        if (place.isEmpty() || code.isEmpty() || isRepeated(row, "address", place.get() + "\n" + code.get())) {
            return Optional.empty();
        }
        return Optional.of(new FrameAddress(place.get(), code.get()));
    }

    private Optional<PlaceCode> place(FrameRow row) {
        Optional<PlaceCode> place = row.read("place", Forms.placeCode(), findings);
        if (place.isPresent() && !places.isEmpty() && !places.contains(place.get())) {
            findings.error(row.at("place"), "地区 " + place.get() + " 不在本轮 places 中", "请核对代码");
            return Optional.empty();
        }
        return place;
    }

    /** A row twice would have twice the chance. */
    private boolean isRepeated(FrameRow row, String column, String key) {
        Location first = seen.putIfAbsent(key, row.at());
        if (first != null) {
            findings.error(
                    row.at(column), "与 " + first.file() + " 第 " + first.line() + " 行重复", "同一班级或住址只写一行，否则它的入样机会会加倍");
        }
        return first != null;
    }

    private static Form<String> label() {
        return new Form<>(
                "一行文字，其中没有证件号或手机号",
                Set.of(org.gongshi.evaluation.content.source.YamlNode.Kind.TEXT),
                text -> Optional.of(text)
                        .filter(filled -> !filled.isBlank()
                                && filled.lines().count() == 1
                                && !PERSONAL.matcher(filled).matches()),
                text -> text.isBlank() ? "请填写" : "抽样记录是公开的：请用自编的编号或单位名称");
    }

    private static Form<SchoolStage> stage() {
        return Forms.code(
                " primary（小学）、junior（初中）或 senior（高中）",
                "写英文或中文均可",
                text -> SchoolStage.ofKey(text)
                        .or(() -> java.util.Arrays.stream(SchoolStage.values())
                                .filter(stage -> stage.label().equals(text))
                                .findFirst()));
    }
}
