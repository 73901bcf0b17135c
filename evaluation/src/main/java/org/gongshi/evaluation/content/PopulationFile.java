package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.content.source.CsvFile;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/** Reads {@code populations.csv}. */
final class PopulationFile {
    static final List<String> COLUMNS = List.of("place", "audience", "stage", "population", "schools", "invited");
    private static final long MOST_PEOPLE = 100_000_000;
    private static final int MOST_SCHOOLS = 1_000_000;

    private PopulationFile() {}

    static List<Population> populations(SourceFile file, Set<PlaceCode> places, Findings findings) {
        List<Population> populations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvRow row :
                CsvFile.read(file, COLUMNS, findings).map(CsvFile::rows).orElse(List.of())) {
            population(row, places, findings).ifPresent(population -> {
                String stratum = population.place() + " " + population.audience() + " " + population.stage();
                if (!seen.add(stratum)) {
                    findings.error(row.at(), "这个地区、对象和学段已有一行", "每个组合只写一行");
                }
                populations.add(population);
            });
        }
        return List.copyOf(populations);
    }

    private static Optional<Population> population(CsvRow row, Set<PlaceCode> places, Findings findings) {
        var place = row.required("place", Forms.placeCode(), findings);
        var audience = row.required("audience", Forms.oneOf(Audience.values(), Audience::key), findings);
        var stage = row.optional("stage", Forms.oneOf(SchoolStage.values(), SchoolStage::key), findings);
        var people = row.required("population", Forms.count(MOST_PEOPLE), findings);
        var schools = row.optional("schools", Forms.integer(0, MOST_SCHOOLS), findings);
        var invited = row.required("invited", Forms.count(MOST_PEOPLE), findings);
        boolean sound = place.isPresent()
                && audience.isPresent()
                && stage.isPresent()
                && people.isPresent()
                && schools.isPresent()
                && invited.isPresent();
        if (!sound) {
            return Optional.empty();
        }
        if (invited.get() > people.get()) {
            findings.error(
                    row.at("invited"), "邀请人数 " + invited.get() + " 多于总体人数 " + people.get(), "请核对 population 和 invited");
            return Optional.empty();
        }
        Population population = new Population(
                place.get(),
                audience.get(),
                stage.get(),
                people.get(),
                schools.get().orElse(0),
                invited.get());
        checkShape(row, population, places, findings);
        return Optional.of(population);
    }

    private static void checkShape(CsvRow row, Population population, Set<PlaceCode> places, Findings findings) {
        if (!places.contains(population.place())) {
            findings.error(row.at("place"), "地区 " + population.place() + " 不在本轮 places 中", "请核对代码");
        }
        boolean bySchool = population.audience().isSampledBySchool();
        if (!bySchool && (population.stage().isPresent() || population.schools() > 0)) {
            findings.error(row.at("stage"), "社会公众不分学段和学校", "stage 和 schools 留空");
        }
        if (bySchool && population.stage().isEmpty()) {
            findings.error(row.at("stage"), "缺少学段", "请写 primary、junior 或 senior");
        }
        if (bySchool && population.people() > 0 && population.schools() == 0) {
            findings.error(row.at("schools"), "有总体人数而没有学校数", "请写抽样框中的学校数");
        }
    }
}
