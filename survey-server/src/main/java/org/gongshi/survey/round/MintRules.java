package org.gongshi.survey.round;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.response.Stratum;

/** Whether codes of a stratum make sense under the plan: a code in no stratum would count nowhere. */
final class MintRules {
    private MintRules() {}

    /**
     * What the operator should know.
     *
     * @param weights of the schools that were drawn; none where no sample was drawn
     * @throws RoundFault when the order contradicts the plan or the record of the draw
     */
    static List<String> check(MintOrder order, LockedForms forms, List<BaseWeight> weights) {
        Stratum stratum = order.stratum();
        Audience audience = stratum.audience();
        List<SchoolStage> stages = forms.plan().stages().get(audience);
        List<String> faults = new ArrayList<>();
        if (!forms.places().contains(stratum.place())) {
            faults.add("地区 " + stratum.place() + " 不参加本轮评价");
        }
        if (stratum.stage().isPresent() && !stages.contains(stratum.stage().get())) {
            faults.add(audience.label() + "问卷没有这个学段：" + stratum.stage().get().label());
        }
        if (!audience.isSampledBySchool() && order.school().isPresent()) {
            faults.add(audience.label() + "不按学校抽样，请去掉 --school");
        }
        if (order.kind() != CodeKind.SLIP
                && (!audience.isSampledBySchool() || order.school().isEmpty())) {
            faults.add(order.kind().label() + "须指明学校（--school），并且只用于家长和学生问卷");
        }
        // A school's code gathers volunteers, who stand apart from the sample.
        if (order.kind() != CodeKind.SCHOOL && isNotDrawn(order, weights)) {
            faults.add("抽样记录中没有" + stratum.place() + audience.label()
                    + order.school().map(school -> "“" + school + "”").orElse("") + "；访问码只发给抽中的学校和地区，名称须与记录一致");
        }
        if (!faults.isEmpty()) {
            throw new RoundFault(faults);
        }
        return notes(order, stages);
    }

    /** Its answers would have no base weight, and nobody could be told after the close. */
    private static boolean isNotDrawn(MintOrder order, List<BaseWeight> weights) {
        Stratum stratum = order.stratum();
        return weights.stream().anyMatch(each -> each.audience() == stratum.audience())
                && weights.stream()
                        .noneMatch(each -> each.audience() == stratum.audience()
                                && each.place().equals(stratum.place())
                                && each.stage().equals(stratum.stage())
                                && each.school()
                                        .map(Pepper::sameName)
                                        .equals(order.school().map(Pepper::sameName)));
    }

    private static List<String> notes(MintOrder order, List<SchoolStage> stages) {
        List<String> notes = new ArrayList<>();
        Audience audience = order.stratum().audience();
        if (!stages.isEmpty() && order.stratum().stage().isEmpty()) {
            notes.add("未指定学段（--stage）：" + audience.label() + "按学段抽样，这批答卷不进入分学段结果");
        }
        if (order.kind() == CodeKind.SCHOOL && order.people().isEmpty()) {
            notes.add("未写学校人数（--people）：学校码外传、答卷多于人数时，系统看不出来");
        }
        if (audience.isSampledBySchool() && order.school().isEmpty()) {
            notes.add("未指定学校（--school）：本批视为同一所学校");
        }
        return notes;
    }
}
