package org.gongshi.survey.console;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of a content folder are called in the office (内容文件的名称), and how the most usual ones begin. */
final class ContentNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("site.yaml", "网站基本信息"),
            Map.entry("places.yaml", "地区名录"),
            Map.entry("corrections.yaml", "更正记录"),
            Map.entry("privacy.yaml", "个人信息检查的例外"),
            Map.entry("archive.yaml", "往年报告公开的决定"),
            Map.entry("round.yaml", "本轮基本情况和公布安排"),
            Map.entry("calendar.yaml", "年度日程"),
            Map.entry("indicators.yaml", "指标体系"),
            Map.entry("survey-plan.yaml", "满意度调查方案"),
            Map.entry("populations.csv", "调查总体人数"),
            Map.entry("scores.csv", "得分表"),
            Map.entry("outcomes.yaml", "结果运用"),
            Map.entry("objections.yaml", "公示期和异议"),
            Map.entry("results.json", "调查结果（程序生成）"),
            Map.entry("inspection-draw.json", "检查组抽取记录（程序生成）"),
            Map.entry("survey-sample.json", "调查样本抽取记录（程序生成）"),
            Map.entry("survey-sample.yaml", "调查抽样方案"),
            Map.entry("questionnaires/public.yaml", "社会问卷"),
            Map.entry("questionnaires/parent.yaml", "家长问卷"),
            Map.entry("questionnaires/student.yaml", "学生问卷"),
            Map.entry("report.md", "评价报告"),
            Map.entry("stages.yaml", "各环节办理情况"),
            Map.entry("findings.yaml", "典型经验、问题清单、整改、复查"),
            Map.entry("decisions.yaml", "审定、批准、发布的决定"));

    private static final Pattern ROUND = Pattern.compile("[0-9]{4}/[0-9]{6}/(?:([0-9]{6})/)?(.+)");

    private static final String OBJECTIONS = """
            # 公示期：评价结果公开征求异议的起止日期（至少五个工作日）、受理方式、异议及处理
            from: %s
            to: %s
            channel: 书面或电话
            phone:
            address:
            # 没有异议的写 []；有的逐条写 received、about，处理之后写 handled、result
            objections: []
            """;

    private static final int PERIOD = 6;

    private ContentNames() {}

    /** Its name; empty for a file of another kind. */
    static String of(String file) {
        Matcher round = ROUND.matcher(file);
        boolean inRound = round.matches();
        String known = NAMES.getOrDefault(inRound ? round.group(2) : file, "");
        boolean ofPlace = inRound && round.group(1) != null && !known.isEmpty();
        return ofPlace ? known + "（" + round.group(1) + "）" : known;
    }

    /** What a new file of that name begins with; nothing where its form is the office's own. */
    static String beginning(String file, LocalDate today) {
        if (file.startsWith("notices/") && file.endsWith(".md")) {
            return "---\ntitle: \ndate: " + today + "\n---\n";
        }
        return file.endsWith("/objections.yaml")
                ? OBJECTIONS.formatted(today.plusDays(1), today.plusDays(1 + PERIOD))
                : "";
    }
}
