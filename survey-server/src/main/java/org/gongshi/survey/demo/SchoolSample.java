package org.gongshi.survey.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;

/** Spreads the invitations of {@code populations.csv} over schools (学校样本): about ten people a school, three schools at least. */
final class SchoolSample {
    private static final int PEOPLE_OF_SCHOOL = 10;
    private static final int FEWEST_SCHOOLS = 3;

    private SchoolSample() {}

    static List<InvitedSchool> of(List<Population> populations) {
        List<InvitedSchool> sample = new ArrayList<>();
        for (Population row : populations) {
            Stratum stratum = new Stratum(row.place(), row.audience(), row.stage());
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
