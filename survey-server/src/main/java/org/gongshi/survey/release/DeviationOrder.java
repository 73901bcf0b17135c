package org.gongshi.survey.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.Obstacle;
import org.gongshi.survey.round.RoundFault;

/**
 * What somebody wants to do about a stratum that the locked plan cannot weight (偏离方案的申请).
 *
 * @param into the neighbour's stage; only for a merge
 * @param reason in words, as it will be published
 */
public record DeviationOrder(Deviation.Kind kind, Stratum stratum, Optional<SchoolStage> into, String reason) {
    public DeviationOrder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(into, "into");
        reason = reason.strip();
    }

    /**
     * The deviation, held against what stands in the way of a release.
     *
     * @param recorded deviations on file already
     * @param by who proposes and who confirms, two different people
     * @throws RoundFault when the plan can weight the stratum, when this is no way past the obstacle, when it is on file already,
     *     and when reason or names do not do
     */
    public Deviation check(List<Obstacle> obstacles, List<Deviation> recorded, List<String> by, LocalDate today) {
        Obstacle obstacle = obstacles.stream()
                .filter(one -> one.stratum().equals(stratum))
                .findFirst()
                .orElseThrow(() -> new RoundFault("该层可以按锁定的方案加权，不得偏离：" + name()
                        + obstacles.stream()
                                .map(one -> new DeviationOrder(kind, one.stratum(), into, reason).name())
                                .collect(Collectors.joining("、", "（无法加权的有：", "）"))));
        if (into.isPresent() != (kind == Deviation.Kind.MERGED)) {
            throw new RoundFault("并入相邻学段须写明并入哪个学段；其他办法不写");
        }
        if (by.stream().map(String::strip).distinct().count() != 2
                || by.stream().anyMatch(String::isBlank)) {
            throw new RoundFault("提请人和复核人须为两个不同的人");
        }
        Deviation deviation = make(obstacle, by.stream().map(String::strip).toList(), today);
        if (!obstacle.allows(deviation)) {
            throw new RoundFault(refusal(obstacle));
        }
        if (recorded.stream().anyMatch(deviation::isOfSameStratum)) {
            throw new RoundFault("该层的偏离已经登记，不能再改：" + name());
        }
        return deviation;
    }

    private Deviation make(Obstacle obstacle, List<String> by, LocalDate today) {
        try {
            return new Deviation(
                    kind,
                    stratum.place(),
                    stratum.audience(),
                    stratum.stage(),
                    into,
                    obstacle.people(),
                    reason,
                    today,
                    by,
                    false);
        } catch (IllegalArgumentException fault) {
            throw new RoundFault("理由须写一行，5 至 300 字；它将在网站上公布");
        }
    }

    private String refusal(Obstacle obstacle) {
        return switch (kind) {
            case MERGED ->
                obstacle.neighbours().isEmpty()
                        ? "同一地区、同一对象没有答卷足够的相邻学段可以并入：" + name()
                        : name() + "只能并入"
                                + obstacle.neighbours().stream()
                                        .map(SchoolStage::label)
                                        .collect(Collectors.joining("、"));
            case NOT_COVERED -> "有人作答的层不能声明未覆盖：" + name();
            case ADJUSTED -> "没有人作答的层不能改变误差估计方法，须并入相邻学段或声明未覆盖：" + name();
        };
    }

    /** The stratum in words, with the code of its place. */
    public String name() {
        return stratum.place()
                + stratum.audience().label()
                + stratum.stage().map(SchoolStage::label).orElse("");
    }
}
