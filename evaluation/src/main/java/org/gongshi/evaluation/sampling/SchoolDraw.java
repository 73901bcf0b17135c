package org.gongshi.evaluation.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/** Draws schools and their classes in one stratum: how many, which, and with what probability. */
final class SchoolDraw {
    private final SamplePlan plan;
    private final CommittedSeed seed;
    private final Location at;
    private final Findings findings;

    SchoolDraw(SamplePlan plan, CommittedSeed seed, Location at, Findings findings) {
        this.plan = plan;
        this.seed = seed;
        this.at = at;
        this.findings = findings;
    }

    Optional<SchoolStratum> draw(PlaceCode place, SchoolStage stage, List<SchoolNeed> needs, List<FrameClass> classes) {
        TreeMap<String, List<FrameClass>> schools = new TreeMap<>(Names.ORDER);
        classes.forEach(each -> schools.computeIfAbsent(each.school(), absent -> new ArrayList<>())
                .add(each));
        long students = students(classes);
        long need = needs.stream().mapToLong(SchoolNeed::invited).max().orElse(0);
        // Classes are of unequal size: so many are needed on average.
        long wantedClasses = Fraction.of(need, students)
                .times(Fraction.of(classes.size(), 1))
                .ceiling();
        if (isInfeasible(place, stage, schools, wantedClasses, need)) {
            return Optional.empty();
        }
        long wanted = Fraction.of(wantedClasses, plan.classesPerSchool()).ceiling();
        int number = (int) Math.min(schools.size(), Math.max(wanted, plan.minimumSchools()));
        return Optional.of(stratum(place, stage, needs, schools, number));
    }

    private boolean isInfeasible(
            PlaceCode place, SchoolStage stage, Map<String, List<FrameClass>> schools, long wantedClasses, long need) {
        String name = place + stage.label();
        if (schools.size() < plan.minimumSchools()) {
            findings.warning(
                    at,
                    name + "只有 " + schools.size() + " 所学校，少于方案的 minimumSchools " + plan.minimumSchools(),
                    "将全部抽中；学校过少的结果可能不予公布");
        }
        long most = schools.values().stream()
                .mapToLong(list -> Math.min(list.size(), plan.classesPerSchool()))
                .sum();
        if (most < wantedClasses) {
            findings.error(
                    at,
                    name + "需要邀请 " + need + " 人，约 " + wantedClasses + " 个班，而全部 " + schools.size() + " 所学校各抽 "
                            + plan.classesPerSchool() + " 个班只有 " + most + " 个班",
                    "增大 classesPerSchool，或放宽 halfWidth");
        }
        return most < wantedClasses;
    }

    private SchoolStratum stratum(
            PlaceCode place,
            SchoolStage stage,
            List<SchoolNeed> needs,
            TreeMap<String, List<FrameClass>> schools,
            int number) {
        String step = place + " " + stage.key();
        List<String> names = List.copyOf(schools.keySet());
        var proportional = new Proportional(
                schools.values().stream().mapToLong(this::measure).toArray(), number);
        List<FrameSchool> frame = new ArrayList<>();
        for (int unit = 0; unit < names.size(); unit++) {
            List<FrameClass> own = schools.get(names.get(unit));
            frame.add(new FrameSchool(names.get(unit), own.size(), students(own), proportional.probability(unit)));
        }
        List<DrawnSchool> drawn = proportional.draw(seed.stream(SampleDraw.PURPOSE + step + " schools")).stream()
                .map(unit ->
                        school(step, names.get(unit), proportional.probability(unit), schools.get(names.get(unit))))
                .toList();
        return new SchoolStratum(place, stage, needs, frame, drawn);
    }

    private DrawnSchool school(String step, String name, Fraction probability, List<FrameClass> classes) {
        List<FrameClass> sorted = classes.stream()
                .sorted((left, right) -> Names.ORDER.compare(left.name(), right.name()))
                .toList();
        int take = Math.min(plan.classesPerSchool(), sorted.size());
        List<DrawnClass> drawn =
                seed.stream(SampleDraw.PURPOSE + step + " classes " + name).shuffled(sorted).subList(0, take).stream()
                        .map(each -> new DrawnClass(each.name(), each.students()))
                        .toList();
        Fraction inSchool = Fraction.of(take, sorted.size());
        return new DrawnSchool(
                name, probability, inSchool, probability.times(inSchool).inverse(), drawn);
    }

    private long measure(List<FrameClass> school) {
        return plan.size() == SizeMeasure.CLASSES ? school.size() : students(school);
    }

    private static long students(List<FrameClass> classes) {
        return classes.stream().mapToLong(FrameClass::students).sum();
    }
}
