package org.gongshi.evaluation.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.outcome.OutcomeKind;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.round.Bodies;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.round.Release;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.scoring.Score;
import org.gongshi.evaluation.scoring.ScoreSheet;
import org.gongshi.evaluation.scoring.Standards;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.evaluation.site.Site;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.evaluation.stage.Feedback;
import org.gongshi.evaluation.stage.Inspection;
import org.gongshi.evaluation.stage.Monitoring;
import org.gongshi.evaluation.stage.Practice;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.evaluation.stage.ProblemList;
import org.gongshi.evaluation.stage.ProblemRecheck;
import org.gongshi.evaluation.stage.ProblemStatus;
import org.gongshi.evaluation.stage.Recheck;
import org.gongshi.evaluation.stage.Rectification;
import org.gongshi.evaluation.stage.SelfEvaluation;
import org.gongshi.evaluation.stage.Stages;

/**
 * A small approved world for the site's tests: three published leagues and one awaited in 2025, a league's own round of the
 * second tier, and the next year at work. In this package because an approved report can be made nowhere else.
 */
public final class SampleContent {
    public static final PlaceCode REGION = new PlaceCode("990000");
    public static final PlaceCode FIRST = new PlaceCode("990100");
    public static final PlaceCode SECOND = new PlaceCode("990200");
    public static final PlaceCode THIRD = new PlaceCode("990300");
    public static final PlaceCode AWAITED = new PlaceCode("990400");
    public static final PlaceCode BANNER = new PlaceCode("990121");
    public static final LocalDate AS_OF = LocalDate.of(2025, 12, 20);
    private static final Digest DIGEST = Digest.of(new byte[] {1});

    private String reportBody = """
            ## 总体评价

            加权分数为{{加权分数}}分，等级为{{等级}}，列出问题{{问题数}}个。**重点：**得分{{得分 A1-01}}分。

            | 领域 | 得分 |
            |---|---:|
            | 第一方面 | {{领域得分 A1}} |

            ## 公众看法

            家长指数{{满意度 parent}}，学生指数{{满意度 student}}。
            """;
    private String problemTitle = "部分学校班额偏大";
    private String evidence = "统计年报，核对无误";
    private String siteTextBody = "## 怎样计分\n\n指标得分乘以权重，见[指标体系](/2025/indicators/)。";
    private boolean demonstration = true;
    private List<Deviation> deviations = List.of();

    public static PublishedContent content() {
        return new SampleContent().build();
    }

    public static SampleContent sample() {
        return new SampleContent();
    }

    public SampleContent reportBody(String markdown) {
        this.reportBody = markdown;
        return this;
    }

    public SampleContent deviations(List<Deviation> recorded) {
        this.deviations = recorded;
        return this;
    }

    public SampleContent problemTitle(String title) {
        this.problemTitle = title;
        return this;
    }

    public SampleContent evidence(String evidence) {
        this.evidence = evidence;
        return this;
    }

    public SampleContent text(String markdown) {
        this.siteTextBody = markdown;
        return this;
    }

    public SampleContent real() {
        this.demonstration = false;
        return this;
    }

    public PublishedContent build() {
        Map<String, SiteText> texts = new LinkedHashMap<>();
        for (String name : List.of("about", "methodology", "regulation", "verify")) {
            texts.put(name, new SiteText(name, "说明：" + name, Optional.empty(), siteTextBody, 4));
        }
        List<SiteText> notices = List.of(new SiteText(
                "2025-11-28-publicity", "评价情况公示", Optional.of(LocalDate.of(2025, 11, 28)), "公示期五个工作日。", 5));
        List<Correction> corrections = List.of(new Correction(
                LocalDate.of(2025, 12, 18), "2025/qingzhou/index.html", "61.1", "61.2", "录入错误", "云教督更〔2025〕1号"));
        return new PublishedContent(
                site(),
                places(),
                List.of(atWork(), firstTier(), secondTier()),
                texts,
                notices,
                corrections,
                Map.of("site.yaml", DIGEST),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private Site site() {
        return new Site(
                "云岭自治区履行教育职责评价公示网",
                "yunling.example",
                "9900000001",
                demonstration,
                AS_OF,
                "云岭自治区教育督导委员会",
                "云岭自治区教育督导委员会办公室",
                "演示ICP备00000000号",
                "演示公网安备99010002000001号",
                new Site.Contact("0000-0000000", "云岭自治区首府教育路1号", Optional.of("office@yunling.example")),
                "CC-BY-4.0",
                "科技、教育/教育");
    }

    private static Places places() {
        return new Places(List.of(
                place(REGION, "云岭自治区", "云岭自治区人民政府", Tier.REGION, "yunling", null),
                place(FIRST, "澄川市", "澄川市人民政府", Tier.LEAGUE, "chengchuan", REGION),
                place(SECOND, "青洲盟", "青洲盟行政公署", Tier.LEAGUE, "qingzhou", REGION),
                place(THIRD, "赤原市", "赤原市人民政府", Tier.LEAGUE, "chiyuan", REGION),
                place(AWAITED, "北屏盟", "北屏盟行政公署", Tier.LEAGUE, "beiping", REGION),
                place(BANNER, "望津旗", "望津旗人民政府", Tier.BANNER, "wangjin", FIRST)));
    }

    private static Place place(PlaceCode code, String name, String organ, Tier tier, String slug, PlaceCode parent) {
        return new Place(code, name, organ, tier, slug, Optional.ofNullable(parent));
    }

    /** Four indicators, one of each rule; weights that no short fraction divides. */
    public static IndicatorSystem system() {
        Indicator rate = indicator(
                "A1-01",
                "普惠性幼儿园覆盖率",
                "33.33",
                "%",
                true,
                new PointRule.Rate(new BigDecimal("60"), new BigDecimal("90"), 2));
        Indicator deduction = indicator(
                "A1-02",
                "学校安全责任事故",
                "16.67",
                "件",
                true,
                new PointRule.Deduction(BigDecimal.valueOf(100), BigDecimal.TEN, 0));
        Indicator index = indicator(
                "A2-01", "家长满意度", "25", "", false, new PointRule.SurveyIndex("parent", Optional.of(Score.of("70")), 1));
        Indicator judged = indicator("A2-02", "议事与督办", "25", "", false, new PointRule.Judged(1));
        return new IndicatorSystem(
                "云教督〔2025〕3号",
                List.of(
                        new ContentArea("A1", "各级各类教育发展", List.of("普惠性学前教育"), List.of(rate, deduction)),
                        new ContentArea("A2", "统筹推进教育工作", List.of("强化教育督导"), List.of(index, judged))));
    }

    private static Indicator indicator(
            String code, String name, String weight, String unit, boolean key, PointRule rule) {
        return new Indicator(
                new IndicatorCode(code), name, name + "的含义", "统计年报", new BigDecimal(weight), key, unit, rule);
    }

    private PublishedRound firstTier() {
        Round round = round(
                new RoundKey(new EvaluationYear(2025), REGION),
                "2025年度履行教育职责评价",
                List.of(FIRST, SECOND, THIRD, AWAITED),
                true);
        ReleasedResults results = SampleSurvey.results(round.key(), DIGEST, deviations);
        List<ApprovedReport> reports = List.of(
                report(
                        round,
                        place(FIRST),
                        scores("88.5", "0", "83.4", "96.5"),
                        Grade.EXCELLENT,
                        Standards.MET,
                        Optional.empty(),
                        List.of(problem("P01", ProblemStatus.RECHECKED, false))),
                // 84.997625: below 85 by less than what two decimals can show
                report(
                        round,
                        place(SECOND),
                        scores("85.875", "1", "70", "94.99"),
                        Grade.QUALIFIED,
                        Standards.BASICALLY_MET,
                        Optional.empty(),
                        List.of(problem("P01", ProblemStatus.OPEN, true), problem("P02", ProblemStatus.DONE, false))),
                report(
                        round,
                        place(THIRD),
                        scores("69", "3", "70", "60"),
                        Grade.UNQUALIFIED,
                        Standards.NOT_MET,
                        Optional.of("主要指标中两项未达到底线，委员会审定低于分数段。"),
                        List.of(problem("P01", ProblemStatus.IN_PROGRESS, true))));
        List<Outcome> outcomes = List.of(new Outcome(
                THIRD, OutcomeKind.INTERVIEW, LocalDate.of(2025, 12, 12), "云教督谈〔2025〕1号", "云岭自治区教育督导委员会", "约谈分管负责人。"));
        return new PublishedRound(
                round,
                system(),
                reports,
                List.of(AWAITED),
                SampleSurvey.questionnaires(DIGEST),
                Optional.of(plan()),
                List.of(new Population(FIRST, Audience.PUBLIC, Optional.empty(), 300000, 0, 400)),
                Optional.of(results),
                outcomes,
                Optional.of(new ObjectionPeriod(
                        LocalDate.of(2025, 11, 24),
                        LocalDate.of(2025, 11, 28),
                        "书面提出",
                        "0000-0000001",
                        "教育路1号",
                        List.of(new ObjectionPeriod.Objection(
                                LocalDate.of(2025, 11, 26),
                                "一项得分的分母",
                                Optional.of(LocalDate.of(2025, 11, 28)),
                                Optional.of("不成立，口径一致"))))));
    }

    private PublishedRound secondTier() {
        Round round = round(new RoundKey(new EvaluationYear(2025), FIRST), "2025年度澄川市旗县评价", List.of(BANNER), true);
        return new PublishedRound(
                round,
                system(),
                List.of(report(
                        round,
                        place(BANNER),
                        scores("90", "0", "85", "90"),
                        Grade.EXCELLENT,
                        Standards.MET,
                        Optional.empty(),
                        List.of())),
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private PublishedRound atWork() {
        Round round =
                round(new RoundKey(new EvaluationYear(2026), REGION), "2026年度履行教育职责评价", List.of(FIRST, SECOND), false);
        return new PublishedRound(
                round,
                system(),
                List.of(),
                List.of(FIRST, SECOND),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Round round(RoundKey key, String title, List<PlaceCode> places, boolean done) {
        int year = key.year().value();
        List<Milestone> calendar = new ArrayList<>();
        for (Step step : Step.values()) {
            LocalDate planned = LocalDate.of(year, 2, 20).plusDays(step.ordinal() * 30L);
            calendar.add(new Milestone(
                    step,
                    planned,
                    done ? Optional.of(planned.plusDays(step.ordinal())) : Optional.empty(),
                    Optional.of("云教督〔" + year + "〕" + (step.ordinal() + 1) + "号"),
                    Optional.empty()));
        }
        return new Round(
                key,
                title,
                places,
                "云岭教育监测评估中心",
                new Bodies("云岭自治区教育督导委员会办公室", "云岭自治区教育督导委员会", "云岭自治区人民政府"),
                calendar,
                done
                        ? Optional.of(new Release(
                                Set.copyOf(places), LocalDate.of(year, 12, 10), Optional.of("云教督〔" + year + "〕30号")))
                        : Optional.empty());
    }

    private ApprovedReport report(
            Round round,
            Place place,
            ScoreSheet sheet,
            Grade grade,
            Standards standards,
            Optional<String> reason,
            List<Problem> problems) {
        AnnualReport text = new AnnualReport(
                place.organ() + round.year() + "年度履行教育职责评价报告",
                grade,
                standards,
                "依据实地检查和监测。",
                reason,
                "云教督评〔2025〕" + place.code() + "号",
                LocalDate.of(2025, 11, 26),
                "990000-2025-" + place.code(),
                reportBody,
                12,
                List.of());
        List<Practice> practices = List.of(new Practice("工资先算后发", "每年一月倒推补贴，写进年初预算。", new IndicatorCode("A2-02")));
        Dossier dossier = new Dossier(
                new Subject(round.key(), place.code()),
                place,
                text,
                sheet,
                stages(),
                new ProblemList(practices, problems),
                List.of(),
                List.of(),
                DIGEST);
        return new ApprovedReport(
                dossier,
                new Decision.Review("云岭自治区教育督导委员会", "云教督审〔2025〕1号", LocalDate.of(2025, 12, 5), DIGEST),
                new Decision.Approval("云岭自治区人民政府", "云政批〔2025〕9号", LocalDate.of(2025, 12, 8), DIGEST),
                LocalDate.of(2025, 12, 10));
    }

    private static Place place(PlaceCode code) {
        return places().get(code);
    }

    private ScoreSheet scores(String rate, String cases, String index, String judged) {
        IndicatorSystem system = system();
        PointRule.Rate rateRule = (PointRule.Rate) system.indicators().get(0).rule();
        PointRule.Deduction deduction =
                (PointRule.Deduction) system.indicators().get(1).rule();
        return new ScoreSheet(
                system,
                List.of(
                        score("A1-01", rate, rateRule.points(new BigDecimal(rate))),
                        score("A1-02", cases, deduction.points(new BigDecimal(cases))),
                        score("A2-01", index, Score.of(index)),
                        score("A2-02", null, Score.of(judged))));
    }

    private IndicatorScore score(String code, String raw, Score points) {
        return new IndicatorScore(
                new IndicatorCode(code), Optional.ofNullable(raw).map(BigDecimal::new), points, evidence);
    }

    private Problem problem(String id, ProblemStatus status, boolean prominent) {
        boolean done = status == ProblemStatus.DONE || status == ProblemStatus.RECHECKED;
        return new Problem(
                id,
                problemTitle,
                "六所学校班额超过五十六人。",
                new IndicatorCode("A1-01"),
                "检查记录第3号",
                prominent,
                "新建学校两所，分流学生。",
                LocalDate.of(2025, 11, 30),
                status,
                done ? Optional.of("两所新校开学。") : Optional.empty(),
                done ? Optional.of(LocalDate.of(2025, 10, 20)) : Optional.empty(),
                status == ProblemStatus.RECHECKED
                        ? Optional.of(new ProblemRecheck(LocalDate.of(2025, 11, 13), true, "现场核实。"))
                        : Optional.empty());
    }

    private static Stages stages() {
        return new Stages(
                new SelfEvaluation(LocalDate.of(2025, 4, 22), "澄政函〔2025〕12号", "市人民政府办公室", "承诺真实、准确。", Optional.empty()),
                new Monitoring(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 4, 14), "云岭教育监测评估中心", "云岭监评〔2025〕1号"),
                new Inspection(LocalDate.of(2025, 5, 12), LocalDate.of(2025, 5, 16), 9, "随机抽取"),
                new Feedback(LocalDate.of(2025, 7, 14), "云教督办〔2025〕31号"),
                new Rectification(
                        LocalDate.of(2025, 8, 8), LocalDate.of(2025, 10, 31), Optional.of(LocalDate.of(2025, 10, 29))),
                Optional.of(new Recheck(LocalDate.of(2025, 11, 13), "予以确认。")));
    }

    private static SurveyPlan plan() {
        return new SurveyPlan(
                DIGEST,
                OffsetDateTime.parse("2025-03-03T00:00:00+08:00"),
                OffsetDateTime.parse("2025-03-28T23:59:59+08:00"),
                Map.of(
                        5,
                        BigDecimal.valueOf(100),
                        4,
                        BigDecimal.valueOf(75),
                        3,
                        BigDecimal.valueOf(50),
                        2,
                        BigDecimal.valueOf(25),
                        1,
                        BigDecimal.ZERO),
                Set.of(5, 4),
                new BigDecimal("0.5"),
                1,
                new SurveyPlan.Thresholds(10, 30, new BigDecimal("0.5"), 3),
                new SurveyPlan.Quality(BigDecimal.ONE, 8),
                Map.of(),
                SurveyPlan.LonelyCluster.ADJUST,
                WeightingPlan.STANDARD,
                Optional.empty(),
                List.of());
    }
}
