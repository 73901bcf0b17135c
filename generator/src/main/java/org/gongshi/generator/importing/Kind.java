package org.gongshi.generator.importing;

import static org.gongshi.generator.importing.Column.bool;
import static org.gongshi.generator.importing.Column.cell;
import static org.gongshi.generator.importing.Column.text;
import static org.gongshi.generator.importing.Column.word;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.generator.importing.Column.Type;

/** The kinds of content that have a workbook (工作簿). */
public enum Kind {
    /** 得分: {@code scores.csv}. */
    SCORES(
            "scores",
            "得分表",
            Shape.CSV,
            List.of(new Table(
                    "得分",
                    "",
                    List.of(
                            cell("place", "地区", Type.CODE),
                            cell("indicator", "指标", Type.CODE),
                            cell("raw", "原始值", Type.NUMBER),
                            cell("points", "得分", Type.NUMBER),
                            text("evidence", "依据", 60),
                            cell("claimed", "自评得分", Type.NUMBER).whereWanted())))),

    /** 抽样框人数: {@code populations.csv}. */
    POPULATIONS(
            "populations",
            "调查总体",
            Shape.CSV,
            List.of(new Table(
                    "总体",
                    "",
                    List.of(
                            cell("place", "地区", Type.CODE),
                            word("audience", "对象", "public", "社会公众", "parent", "家长", "student", "学生"),
                            word("stage", "学段", "primary", "小学", "junior", "初中", "senior", "高中"),
                            cell("population", "总体人数", Type.NUMBER),
                            cell("schools", "学校数", Type.NUMBER),
                            cell("invited", "邀请人数", Type.NUMBER))))),

    /** 典型经验、问题清单、整改和复查: {@code findings.yaml} of every place. */
    FINDINGS(
            "findings",
            "典型经验和问题清单",
            Shape.PLACES,
            List.of(
                    new Table(
                            "典型经验",
                            "practices",
                            List.of(
                                    cell("place", "地区", Type.CODE),
                                    text("title", "标题", 30),
                                    text("text", "内容", 60),
                                    cell("indicator", "指标", Type.CODE))),
                    new Table(
                            "问题清单",
                            "problems",
                            List.of(
                                    cell("place", "地区", Type.CODE),
                                    text("id", "编号", 8),
                                    text("title", "问题", 30),
                                    text("text", "内容", 60),
                                    cell("indicator", "指标", Type.CODE),
                                    text("evidence", "依据", 30),
                                    bool("prominent", "突出问题"),
                                    text("measures", "整改措施", 40),
                                    cell("deadline", "整改期限", Type.DATE),
                                    word(
                                            "status",
                                            "状态",
                                            "open",
                                            "未开始",
                                            "in-progress",
                                            "整改中",
                                            "done",
                                            "已完成，待复查",
                                            "rechecked",
                                            "已复查"),
                                    text("result", "整改结果", 40),
                                    cell("completed", "完成日期", Type.DATE),
                                    cell("recheck.date", "复查日期", Type.DATE),
                                    bool("recheck.passed", "复查通过"),
                                    text("recheck.note", "复查情况", 30))))),

    /** 年度评价指标体系: {@code indicators.yaml}. */
    INDICATORS(
            "indicators",
            "指标体系",
            Shape.YAML,
            List.of(
                    new Table(
                            "基本情况",
                            "",
                            List.of(
                                    text("document", "文号", 24),
                                    cell("issued", "印发日期", Type.DATE),
                                    text("notes", "说明", 60))),
                    new Table(
                            "领域",
                            "areas",
                            List.of(
                                    text("id", "领域代码", 10),
                                    text("name", "名称", 30),
                                    new Column("topics", "主题，每行一个", Type.LINES, Map.of(), 60, false))),
                    new Table(
                            "指标",
                            "areas.indicators",
                            List.of(
                                    cell("area", "领域", Type.CODE),
                                    text("code", "指标代码", 10),
                                    text("name", "名称", 30),
                                    text("definition", "定义", 50),
                                    text("source", "数据来源", 30),
                                    cell("weight", "权重", Type.NUMBER),
                                    bool("key", "关键指标"),
                                    text("unit", "单位", 8),
                                    word(
                                            "rule.kind",
                                            "得分规则",
                                            "rate",
                                            "比率",
                                            "deduction",
                                            "扣分",
                                            "survey-index",
                                            "满意度指数",
                                            "judged",
                                            "评议"),
                                    cell("rule.floor", "下限值", Type.NUMBER),
                                    cell("rule.target", "目标值", Type.NUMBER),
                                    cell("rule.each", "每次扣分", Type.NUMBER),
                                    cell("rule.full", "满分", Type.NUMBER),
                                    word("rule.audience", "对象", "public", "社会公众", "parent", "家长", "student", "学生"),
                                    cell("rule.ifWithheld", "未公布时计分", Type.NUMBER),
                                    cell("rule.decimals", "小数位数", Type.NUMBER)),
                            "id"))),

    /** 公众问卷, 家长问卷, 学生问卷: {@code questionnaires/AUDIENCE.yaml}. */
    PUBLIC_QUESTIONNAIRE("questionnaire-public", "公众问卷", Shape.YAML, questionnaire()),
    PARENT_QUESTIONNAIRE("questionnaire-parent", "家长问卷", Shape.YAML, questionnaire()),
    STUDENT_QUESTIONNAIRE("questionnaire-student", "学生问卷", Shape.YAML, questionnaire());

    /** What files a kind is made of. */
    enum Shape {
        /** One table. */
        CSV,
        /** One file of the round. */
        YAML,
        /** One file in the folder of each place. */
        PLACES
    }

    private final String key;
    private final String title;
    private final Shape shape;
    private final List<Table> tables;

    Kind(String key, String title, Shape shape, List<Table> tables) {
        this.key = key;
        this.title = title;
        this.shape = shape;
        this.tables = tables;
    }

    /** The word on the command line. */
    public String key() {
        return key;
    }

    /** The kind of that word. */
    public static Optional<Kind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    String title() {
        return title;
    }

    Shape shape() {
        return shape;
    }

    List<Table> tables() {
        return tables;
    }

    private static List<Table> questionnaire() {
        List<Column> option = List.of(cell("value", "选项值", Type.NUMBER), text("label", "选项", 20));
        return List.of(
                new Table(
                        "基本情况",
                        "",
                        List.of(
                                word("audience", "对象", "public", "社会公众", "parent", "家长", "student", "学生"),
                                text("title", "标题", 30),
                                text("introduction", "说明", 60),
                                cell("dontKnow.value", "不了解的选项值", Type.NUMBER),
                                text("dontKnow.label", "不了解的选项", 14),
                                text("check.code", "核对题代码", 10),
                                text("check.text", "核对题", 40),
                                cell("check.expected", "核对题应答", Type.NUMBER),
                                text("change.code", "变化题代码", 10),
                                text("change.text", "变化题", 40),
                                text("priority.code", "优先题代码", 10),
                                text("priority.text", "优先题", 40),
                                cell("priority.most", "至多选几项", Type.NUMBER),
                                text("remark.code", "意见题代码", 10),
                                text("remark.text", "意见题", 40),
                                cell("remark.longest", "意见字数上限", Type.NUMBER))),
                new Table("选项", "scale", option),
                new Table("题目", "items", List.of(text("code", "代码", 8), text("area", "领域", 8), text("text", "题目", 60))),
                new Table("变化题选项", "change.options", option),
                new Table("背景题", "profile", List.of(text("code", "代码", 8), text("text", "题目", 60))),
                new Table(
                        "背景题选项",
                        "profile.options",
                        List.of(text("question", "背景题", 8), cell("value", "选项值", Type.NUMBER), text("label", "选项", 20)),
                        "code"));
    }
}
