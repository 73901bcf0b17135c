package org.gongshi.generator.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongshi.evaluation.sampling.AddressStratum;
import org.gongshi.evaluation.sampling.DrawnSchool;
import org.gongshi.evaluation.sampling.SchoolNeed;
import org.gongshi.evaluation.sampling.SchoolStratum;
import org.gongshi.evaluation.sampling.SurveySample;
import org.gongshi.evaluation.satisfaction.Audience;

/**
 * What a drawn sample knows of the columns of {@code populations.csv} (按抽样记录填写总体): nobody types again what was drawn. Of the public it
 * knows addresses, not people.
 */
final class SampleCounts {
    private SampleCounts() {}

    /** The row of a place, audience and stage. */
    static String key(Map<String, String> row) {
        return row.get("place") + " " + row.get("audience") + " " + row.getOrDefault("stage", "");
    }

    /** Columns with what is known of them, by row. */
    static Map<String, Map<String, String>> of(SurveySample sample) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (SchoolStratum stratum : sample.schools()) {
            long invited =
                    stratum.drawn().stream().mapToLong(DrawnSchool::invited).sum();
            for (SchoolNeed need : stratum.needs()) {
                // 每名学生对应一名家长
                Map<String, String> known = Map.of(
                        "population", Long.toString(stratum.students()),
                        "schools", Integer.toString(stratum.frame().size()),
                        "invited", Long.toString(invited));
                rows.put(
                        stratum.place() + " " + need.audience().key() + " "
                                + stratum.stage().key(),
                        known);
            }
        }
        for (AddressStratum stratum : sample.addresses()) {
            rows.put(
                    stratum.place() + " " + Audience.PUBLIC.key() + " ",
                    Map.of("invited", Integer.toString(stratum.drawn().size())));
        }
        return rows;
    }
}
