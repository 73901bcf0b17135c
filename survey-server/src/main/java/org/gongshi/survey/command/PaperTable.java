package org.gongshi.survey.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.release.CsvCells;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.round.PaperSheet;

/**
 * A table of keyings (录入表): first column {@code code}, every other one a question's code; an empty cell is no answer, the
 * items of the priority question stand in one cell with blanks between them.
 *
 * @param faults what is wrong with the table, line first; with any of them nothing of it is keyed in
 */
record PaperTable(List<Line> lines, List<String> faults) {
    private static final String CODE = "code";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");

    PaperTable {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /** One sheet and the number of its line. */
    record Line(int number, PaperSheet sheet) {}

    static PaperTable read(String text, Questionnaire questionnaire, String clerk) {
        List<List<String>> records = CsvCells.of(text).stream()
                .map(record -> record.stream().map(cell -> cell.value(text)).toList())
                .toList();
        List<String> faults = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<String> head = records.isEmpty() ? List.of() : records.get(0);
        if (head.isEmpty() || !head.get(0).equals(CODE)) {
            faults.add("1: 第一列应为 code");
            return new PaperTable(lines, faults);
        }
        head.stream()
                .skip(1)
                .filter(column -> questionnaire.find(column).isEmpty())
                .forEach(column -> faults.add("1: 问卷中没有题号 " + column));
        for (int at = 1; at < records.size() && faults.isEmpty(); at++) {
            List<String> cells = records.get(at);
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (cells.size() != head.size() || cells.get(0).isEmpty()) {
                faults.add((at + 1) + ": 应有 " + head.size() + " 列，第一列是访问码");
                continue;
            }
            lines.add(new Line(at + 1, sheet(head, cells, questionnaire, clerk, at + 1, faults)));
        }
        return new PaperTable(lines, faults);
    }

    private static PaperSheet sheet(
            List<String> head,
            List<String> cells,
            Questionnaire questionnaire,
            String clerk,
            int line,
            List<String> faults) {
        Map<String, Answer> answers = new TreeMap<>();
        Optional<String> remark = Optional.empty();
        for (int column = 1; column < head.size(); column++) {
            String value = cells.get(column);
            Question question = questionnaire.find(head.get(column)).orElseThrow();
            if (value.isEmpty()) {
                continue;
            }
            if (question instanceof Question.Remark) {
                remark = Optional.of(value);
            } else if (question instanceof Question.Priority) {
                List<String> items =
                        Arrays.stream(value.split("[\\s;；、]+")).distinct().toList();
                answers.put(question.code(), new Answer.Picked(items));
            } else if (NUMBER.matcher(value).matches()) {
                answers.put(question.code(), new Answer.Chosen(Integer.parseInt(value)));
            } else {
                faults.add(line + ": " + question.code() + " 应为选项的数字：" + value);
            }
        }
        return new PaperSheet(cells.get(0), clerk, questionnaire.audience(), answers, remark);
    }
}
