package org.gongshi.survey.handover;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.results.FinalWeights;

/** The columns of one audience, and a sheet as a row of them. */
final class AudienceTable {
    private static final int DECIMALS = 9;
    private static final String WEIGHT = "F20.9";
    /** The unit of the sample; for a person alone the row's own number, which is known last, takes its place. */
    private static final String UNIT = "psu";

    /** Persons who are units of the sample themselves are numbered above all schools. */
    private static final int PERSONS = 10_000_000;

    private final Questionnaire questionnaire;
    private final List<Variable> variables = new ArrayList<>();
    private final Optional<FinalWeights> weights;
    private final int unit;

    AudienceTable(Questionnaire questionnaire, List<Place> places, Optional<FinalWeights> weights) {
        this.questionnaire = questionnaire;
        this.weights = weights;
        frame(places);
        questionnaire.questions().forEach(this::columns);
        unit = variables.stream().map(Variable::name).toList().indexOf(UNIT);
    }

    Audience audience() {
        return questionnaire.audience();
    }

    List<Variable> variables() {
        return variables;
    }

    private void frame(List<Place> places) {
        Map<String, String> names = new TreeMap<>();
        places.forEach(place -> names.put(place.code().value(), place.name()));
        Map<String, String> stages = new TreeMap<>();
        for (SchoolStage stage : SchoolStage.values()) {
            stages.put(stage.key(), stage.label());
        }
        variables.add(Variable.number("nr", "序号（随机重排，与回执无关）"));
        variables.add(Variable.text("place", "地区", 6, names));
        variables.add(Variable.text("stage", "学段", 8, stages));
        variables.add(Variable.text("mode", "作答方式", 12, modes()));
        variables.add(Variable.number("cluster", "学校的随机编号（0 为没有）"));
        variables.add(Variable.number("stratum", "抽样层（空为不属概率样本，或一题未答）"));
        variables.add(Variable.number(UNIT, "抽样单元：学校；社会公众每人自成一个"));
        variables.add(new Variable("weight_before", "校准前的权数：基础权数×无回答调整，已截尾", WEIGHT, Map.of(), -1));
        variables.add(new Variable("weight", "最终权数：已校准到各地人口和背景边际，公布的结果即用此权数", WEIGHT, Map.of(), -1));
        for (int margin = 1; margin <= margins(); margin++) {
            variables.add(Variable.number("margin_" + margin, "第 " + margin + " 条校准边际中的类，见 margins.csv"));
        }
        for (QualityFlag flag : QualityFlag.values()) {
            variables.add(new Variable(name(flag), label(flag), "F1.0", Map.of("0", "否", "1", "是"), -1));
        }
    }

    private static Map<String, String> modes() {
        Map<String, String> modes = new TreeMap<>();
        for (Mode mode : Mode.values()) {
            modes.put(mode.key(), mode.label() + (mode.isOfTheSample() ? "（概率样本）" : "（自愿参与）"));
        }
        return modes;
    }

    private static String name(QualityFlag flag) {
        return "flag_" + flag.key().replace('-', '_');
    }

    private static String label(QualityFlag flag) {
        return switch (flag) {
            case TOO_FAST -> "质量标记：作答过快";
            case STRAIGHT_LINE -> "质量标记：各题同选";
            case FAILED_CHECK -> "质量标记：检测题答错";
            case BURST -> "质量标记：短时间内集中提交";
            case IDENTICAL -> "质量标记：与多份答卷完全相同";
            case UNPROVEN -> "质量标记：公开链接未完成验证";
            case SCATTERED -> "起伏过大：各题答案像随机填写";
            case BEYOND_ROLL -> "质量标记：学校码答卷多于该校人数";
        };
    }

    private void columns(Question question) {
        if (question instanceof Question.Priority priority) {
            Map<String, String> items = new TreeMap<>();
            questionnaire.items().forEach(item -> items.put(item.code(), item.text()));
            for (int choice = 1; choice <= priority.most(); choice++) {
                variables.add(Variable.text(
                        question.code() + "_" + choice, question.text() + "（第 " + choice + " 个所选）", 8, items));
            }
        } else if (question instanceof Question.Choice choice) {
            variables.add(new Variable(question.code(), question.text(), "F2.0", labels(choice.options()), -1));
        } else if (!(question instanceof Question.Remark)) {
            List<Option> options = new ArrayList<>(questionnaire.scale());
            options.add(questionnaire.dontKnow());
            variables.add(new Variable(
                    question.code(),
                    question.text(),
                    "F2.0",
                    labels(options),
                    questionnaire.dontKnow().value()));
        }
    }

    private static Map<String, String> labels(List<Option> options) {
        Map<String, String> labels = new TreeMap<>();
        options.forEach(option -> labels.put(Integer.toString(option.value()), option.label()));
        return labels;
    }

    /** The cells of a sheet but for its number, in the order of the variables. */
    List<String> cells(Response sheet) {
        List<String> cells = new ArrayList<>();
        cells.add(sheet.place().value());
        cells.add(sheet.stage().map(SchoolStage::key).orElse(""));
        cells.add(sheet.mode().key());
        cells.add(Integer.toString(sheet.cluster()));
        weights(sheet, cells);
        for (QualityFlag flag : QualityFlag.values()) {
            cells.add(sheet.flags().contains(flag) ? "1" : "0");
        }
        questionnaire.questions().forEach(question -> answer(sheet, question, cells));
        return cells;
    }

    /** The whole row: in front its number, and as the unit of a person that is one itself a number above all schools. */
    List<String> numbered(int number, List<String> cells) {
        List<String> row = new ArrayList<>(cells.size() + 1);
        row.add(Integer.toString(number));
        row.addAll(cells);
        if (row.get(unit).equals("0")) {
            row.set(unit, Integer.toString(PERSONS + number));
        }
        return row;
    }

    private int margins() {
        return weights.map(FinalWeights::margins).orElse(0);
    }

    /** A volunteer stands for nobody but himself. */
    private void weights(Response sheet, List<String> cells) {
        Optional<FinalWeights.Placement> place = weights.flatMap(known -> known.of(sheet));
        if (place.isEmpty()) {
            for (int column = 0; column < 4 + margins(); column++) {
                cells.add("");
            }
            return;
        }
        FinalWeights.Placement found = place.get();
        cells.add(Integer.toString(found.stratum() + 1));
        cells.add(Integer.toString(found.school() + 1));
        cells.add(decimal(found.before()));
        cells.add(decimal(found.weight()));
        found.margins().forEach(category -> cells.add(Integer.toString(category + 1)));
    }

    private static String decimal(double weight) {
        return BigDecimal.valueOf(weight)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static void answer(Response sheet, Question question, List<String> cells) {
        if (question instanceof Question.Priority priority) {
            List<String> picked =
                    sheet.answers().get(question.code()) instanceof Answer.Picked some ? some.items() : List.of();
            for (int choice = 0; choice < priority.most(); choice++) {
                cells.add(choice < picked.size() ? picked.get(choice) : "");
            }
        } else if (!(question instanceof Question.Remark)) {
            cells.add(sheet.chosen(question.code()).map(Object::toString).orElse(""));
        }
    }
}
