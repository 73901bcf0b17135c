package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.response.Stratum;

/**
 * Which cells share a stratum of the design, a school, and a cell of the calibration (层、学校与校准格).
 *
 * <p>Schools are drawn by place and stage; parents and students are asked at the same ones. A school with two stages is one
 * cluster, so the stages of a place that share a school are one stratum of the design.
 *
 * @param design stratum of the design of every cell
 * @param school number of the school of every cell, −1 for the public: every person is a unit
 * @param calibration place × audience × stage of every cell, joined with a neighbour where one school alone answered
 * @param calibrated the strata behind every calibration cell
 */
record Strata(int[] design, int[] school, int[] calibration, List<List<Stratum>> calibrated) {
    private record Draw(PlaceCode place, boolean bySchool, SchoolStage stage) {}

    private record School(PlaceCode place, int number) {}

    /** @param deviations strata that were merged become one of the design and one cell of the calibration */
    static Strata of(List<CountedCell> cells, SurveyPlan plan, Deviations deviations) {
        int[] school = schools(cells);
        Map<Stratum, Integer> groups = new TreeMap<>();
        boolean adjust = plan.lonelyCluster() == SurveyPlan.LonelyCluster.ADJUST || deviations.adjusts();
        List<List<Stratum>> calibrated = calibrated(cells, adjust, deviations);
        for (int group = 0; group < calibrated.size(); group++) {
            for (Stratum stratum : calibrated.get(group)) {
                groups.put(stratum, group);
            }
        }
        return new Strata(
                draws(cells, school, deviations),
                school,
                cells.stream().mapToInt(cell -> groups.get(cell.stratum())).toArray(),
                calibrated);
    }

    private static int[] schools(List<CountedCell> cells) {
        Map<School, Integer> numbers = new HashMap<>();
        return cells.stream()
                .mapToInt(cell -> cell.stratum().audience().isSampledBySchool()
                        ? numbers.computeIfAbsent(
                                new School(cell.stratum().place(), cell.key().cluster()), next -> numbers.size())
                        : -1)
                .toArray();
    }

    private static int[] draws(List<CountedCell> cells, int[] school, Deviations deviations) {
        Map<Draw, Integer> numbers = new LinkedHashMap<>();
        int[] draw = new int[cells.size()];
        for (int cell = 0; cell < draw.length; cell++) {
            Stratum stratum = cells.get(cell).stratum();
            boolean bySchool = stratum.audience().isSampledBySchool();
            var own = new Draw(stratum.place(), bySchool, stratum.stage().orElse(null));
            draw[cell] = numbers.computeIfAbsent(own, next -> numbers.size());
        }
        join(draw, school);
        merge(draw, cells, deviations);
        return draw;
    }

    /** The draws of merged strata, with all who were asked at the same schools. */
    private static void merge(int[] draw, List<CountedCell> cells, Deviations deviations) {
        for (int cell = 0; cell < draw.length; cell++) {
            Stratum own = cells.get(cell).stratum();
            Stratum home = deviations.home(own);
            for (int other = 0; !home.equals(own) && other < draw.length; other++) {
                if (draw[other] != draw[cell] && cells.get(other).stratum().equals(home)) {
                    replace(draw, Math.max(draw[cell], draw[other]), Math.min(draw[cell], draw[other]));
                }
            }
        }
    }

    /** Draws that share a school become the one with the lower number. */
    private static void join(int[] draw, int[] school) {
        for (boolean changed = true; changed; ) {
            changed = false;
            Map<Integer, Integer> drawOfSchool = new HashMap<>();
            for (int cell = 0; cell < draw.length; cell++) {
                int low = school[cell] < 0 ? draw[cell] : drawOfSchool.merge(school[cell], draw[cell], Math::min);
                if (low != draw[cell]) {
                    replace(draw, draw[cell], low);
                    changed = true;
                }
            }
        }
    }

    private static void replace(int[] draw, int old, int with) {
        for (int cell = 0; cell < draw.length; cell++) {
            draw[cell] = draw[cell] == old ? with : draw[cell];
        }
    }

    /** With one school in it a stratum would leave no residual, as if its mean were known exactly. */
    private static List<List<Stratum>> calibrated(List<CountedCell> cells, boolean joinLonely, Deviations deviations) {
        TreeMap<Stratum, List<CountedCell>> strata = FrameCheck.byStratum(cells);
        List<List<Stratum>> groups = new ArrayList<>();
        Map<Stratum, List<Stratum>> homes = new TreeMap<>();
        strata.keySet()
                .forEach(stratum -> homes.computeIfAbsent(deviations.home(stratum), home -> new ArrayList<>())
                        .add(stratum));
        groups.addAll(homes.values());
        for (int at = 0; joinLonely && at < groups.size(); ) {
            int neighbour = neighbour(groups, at);
            if (units(groups.get(at), strata) > 1 || neighbour < 0) {
                at++;
            } else {
                groups.get(Math.min(at, neighbour)).addAll(groups.remove(Math.max(at, neighbour)));
                at = 0;
            }
        }
        return groups;
    }

    private static long units(List<Stratum> group, Map<Stratum, List<CountedCell>> strata) {
        List<CountedCell> all =
                group.stream().flatMap(stratum -> strata.get(stratum).stream()).toList();
        return FrameCheck.units(group.get(0), all);
    }

    /** The next stage of the same place and audience, else the one before; −1 when there is none. */
    private static int neighbour(List<List<Stratum>> groups, int at) {
        for (int other : new int[] {at + 1, at - 1}) {
            if (other >= 0 && other < groups.size()) {
                Stratum own = groups.get(at).get(0);
                Stratum next = groups.get(other).get(0);
                if (own.place().equals(next.place()) && own.audience() == next.audience()) {
                    return other;
                }
            }
        }
        return -1;
    }
}
