package org.gongshi.survey.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;

/**
 * Who is invited at which school (学校样本): by the record of the draw in the strata that it holds; elsewhere the invitations of
 * {@code populations.csv} are spread over invented schools, about ten people a school, three schools at least.
 */
final class SchoolSample {
    private static final int PEOPLE_OF_SCHOOL = 10;
    private static final int FEWEST_SCHOOLS = 3;

    private SchoolSample() {}

    /** @param drawn what the record of the draw says; empty without one */
    static List<InvitedSchool> of(List<Population> populations, List<BaseWeight> drawn) {
        List<InvitedSchool> sample = new ArrayList<>();
        for (Population row : populations) {
            Stratum stratum = new Stratum(row.place(), row.audience(), row.stage());
            List<BaseWeight> own = drawn.stream()
                    .filter(each -> stratum.equals(new Stratum(each.place(), each.audience(), each.stage())))
                    .toList();
            if (!own.isEmpty()) {
                own.forEach(each -> add(sample, stratum, each.school(), each.invited()));
                continue;
            }
            if (!row.audience().isSampledBySchool()) {
                add(sample, stratum, Optional.empty(), row.invited());
                continue;
            }
            int wanted = Math.max(FEWEST_SCHOOLS, (int) Math.round((double) row.invited() / PEOPLE_OF_SCHOOL));
            int schools = Math.max(1, Math.min(wanted, row.schools()));
            for (int school = 0; school < schools; school++) {
                // The first schools take what does not divide.
                long people = row.invited() / schools + (school < row.invited() % schools ? 1 : 0);
                add(sample, stratum, Optional.of(label(row, school)), people);
            }
        }
        return List.copyOf(sample);
    }

    private static void add(List<InvitedSchool> sample, Stratum stratum, Optional<String> school, long people) {
        if (people > 0) {
            sample.add(new InvitedSchool(stratum, school, (int) people));
        }
    }

    /** An invented school; parents and students of one place and stage are asked at the same schools. */
    private static String label(Population row, int number) {
        return row.place() + row.stage().map(SchoolStage::label).orElse("") + "第" + (number + 1) + "校（演示）";
    }
}
