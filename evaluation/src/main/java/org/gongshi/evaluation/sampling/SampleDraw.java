package org.gongshi.evaluation.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * Draws the sample (抽样). A pure function of frame, plan and seed: neither the order of the frame's rows nor anything outside
 * changes it.
 */
public final class SampleDraw {
    /** What the numbers are for, before the name of the step. */
    static final String PURPOSE = "gongshi survey sample ";

    private final SampleFrame frame;
    private final SamplePlan plan;
    private final CommittedSeed seed;
    private final Location at;
    private final Findings findings;

    private SampleDraw(SampleFrame frame, SamplePlan plan, CommittedSeed seed, Location at, Findings findings) {
        this.frame = frame;
        this.plan = plan;
        this.seed = seed;
        this.at = at;
        this.findings = findings;
    }

    /**
     * The sample; empty, with findings, when the seed is not the committed one or the frame cannot give what the plan wants.
     *
     * @param at where the plan stands, for findings
     */
    public static Optional<SurveySample> of(
            SampleFrame frame, SamplePlan plan, CommittedSeed seed, Location at, Findings findings) {
        return new SampleDraw(frame, plan, seed, at, findings).draw();
    }

    private Optional<SurveySample> draw() {
        long before = findings.count(Severity.ERROR);
        checkSeed();
        List<SchoolStratum> schools = new ArrayList<>();
        List<AddressStratum> addresses = new ArrayList<>();
        TreeMap<PlaceCode, TreeMap<SchoolStage, List<FrameClass>>> classes = classes();
        TreeMap<PlaceCode, List<String>> codes = codes();
        if (findings.count(Severity.ERROR) == before) {
            classes.forEach((place, stages) -> schools.addAll(schools(place, stages)));
            codes.forEach((place, list) -> addresses.add(addresses(place, list)));
        }
        return findings.count(Severity.ERROR) == before
                ? Optional.of(new SurveySample(plan, seed, schools, addresses))
                : Optional.empty();
    }

    private void checkSeed() {
        if (!seed.commitment().equals(plan.commitment())) {
            findings.error(
                    at,
                    "种子的 SHA-256 是 " + seed.commitment() + "，与方案事先公布的承诺 " + plan.commitment() + " 不一致",
                    "请使用承诺时的种子；没有留存的，重新作出承诺并公布后再抽样");
        }
        if (seed.beacon().isPresent() != plan.beacon().isPresent()) {
            findings.error(
                    at,
                    plan.beacon()
                            .map(event -> "方案约定了公开随机事件“" + event + "”，没有给出它的结果")
                            .orElse("方案没有约定公开随机事件"),
                    plan.beacon().isPresent() ? "用 --beacon 写出公布的结果" : "去掉 --beacon");
        }
    }

    private TreeMap<PlaceCode, TreeMap<SchoolStage, List<FrameClass>>> classes() {
        TreeMap<PlaceCode, TreeMap<SchoolStage, List<FrameClass>>> classes = new TreeMap<>();
        List<SchoolStage> asked = plan.targets().values().stream()
                .flatMap(target -> target.stages().stream())
                .toList();
        for (FrameClass each : frame.classes()) {
            if (asked.contains(each.stage())) {
                classes.computeIfAbsent(each.place(), absent -> new TreeMap<>())
                        .computeIfAbsent(each.stage(), absent -> new ArrayList<>())
                        .add(each);
            }
        }
        if (classes.isEmpty() && !asked.isEmpty()) {
            findings.error(at, "方案要调查学校，抽样框中没有这些学段的班级", "补上班级表，或从方案中去掉 parent 和 student");
        }
        return classes;
    }

    private TreeMap<PlaceCode, List<String>> codes() {
        TreeMap<PlaceCode, List<String>> codes = new TreeMap<>();
        if (plan.targets().containsKey(Audience.PUBLIC)) {
            frame.addresses()
                    .forEach(address -> codes.computeIfAbsent(address.place(), absent -> new ArrayList<>())
                            .add(address.code()));
            if (codes.isEmpty()) {
                findings.error(at, "方案要调查社会公众，抽样框中没有住址", "补上住址表，或从方案中去掉 public");
            }
        }
        return codes;
    }

    private List<SchoolStratum> schools(PlaceCode place, Map<SchoolStage, List<FrameClass>> stages) {
        Map<Audience, SampleSize> sizes = new TreeMap<>();
        plan.targets().forEach((audience, target) -> {
            if (audience.isSampledBySchool()) {
                long people = target.stages().stream()
                        .mapToLong(stage -> students(stages.getOrDefault(stage, List.of())))
                        .sum();
                sizes.put(audience, size(place, audience, people));
            }
        });
        List<SchoolStratum> strata = new ArrayList<>();
        stages.forEach((stage, classes) -> {
            List<SchoolNeed> needs = sizes.entrySet().stream()
                    .filter(entry -> plan.targets().get(entry.getKey()).stages().contains(stage))
                    .map(entry -> need(entry.getKey(), entry.getValue(), students(classes)))
                    .toList();
            new SchoolDraw(plan, seed, at, findings)
                    .draw(place, stage, needs, classes)
                    .ifPresent(strata::add);
        });
        return strata;
    }

    private static SchoolNeed need(Audience audience, SampleSize size, long students) {
        return new SchoolNeed(
                audience,
                size,
                Fraction.of(size.invited(), size.population())
                        .times(Fraction.of(students, 1))
                        .ceiling());
    }

    private SampleSize size(PlaceCode place, Audience audience, long people) {
        SampleSize size = SampleSize.of(people, plan.targets().get(audience), plan.confidence(), plan.share());
        if (!size.reachable()) {
            findings.warning(
                    at,
                    place + audience.label() + "共 " + people + " 人，全部邀请、按预计回收率也得不到所需的 " + size.completed() + " 份答卷",
                    "将全部邀请；结果的误差会大于方案的 halfWidth");
        }
        return size;
    }

    private AddressStratum addresses(PlaceCode place, List<String> codes) {
        SampleSize size = size(place, Audience.PUBLIC, codes.size());
        List<String> order = seed.stream(PURPOSE + place + " public addresses")
                .shuffled(codes.stream().sorted(Names.ORDER).toList());
        return new AddressStratum(place, size, order.subList(0, Math.toIntExact(size.invited())));
    }

    private static long students(List<FrameClass> classes) {
        return classes.stream().mapToLong(FrameClass::students).sum();
    }
}
