package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;

/**
 * The files of a new round made from those of an earlier one (新一年度的内容): the rules go on, the year and its dates move, and nothing
 * that was found, decided or answered comes along. Every year has a system of its own (第七条), so the office goes through the
 * copied indicators, plan and questionnaires before the notice.
 */
public final class NextRound {
    private static final Pattern YEAR = Pattern.compile("(?m)^year:.*$");
    private static final Pattern PUBLICATION = Pattern.compile("(?ms)^publication:\\R(?:[ \\t-].*?\\R)*");
    private static final Pattern SURVEY_TIME = Pattern.compile("(?m)^(opens|closes):\\s*(\\S+)");
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^document:.*$");
    private static final Pattern ISSUED = Pattern.compile("(?m)^issued:\\s*(\\S+).*$");

    private final ContentFolder folder;
    private final RoundKey from;
    private final RoundKey to;
    private final int years;

    /**
     * @param from the round that is copied
     * @param year the year of the new round
     */
    public NextRound(ContentFolder folder, RoundKey from, EvaluationYear year) {
        this.folder = folder;
        this.from = from;
        this.to = new RoundKey(year, from.organizer());
        this.years = year.value() - from.year().value();
    }

    /** The round that is made. */
    public RoundKey key() {
        return to;
    }

    /** The new files by name; empty, with findings, when the earlier round cannot be read. */
    public Optional<Map<String, byte[]>> files(Findings findings) {
        ContentReader reader = new ContentReader(folder, findings);
        var round = reader.round(from);
        var calendar = reader.calendar(from);
        if (round.isEmpty() || calendar.isEmpty()) {
            return Optional.empty();
        }
        Map<String, byte[]> files = new TreeMap<>();
        put(files, ContentPaths.calendar(to), calendar(calendar.get().value()));
        put(files, ContentPaths.populations(to), String.join(",", PopulationFile.COLUMNS) + "\n");
        put(files, ContentPaths.scores(to), String.join(",", ScoreFile.COLUMNS) + "\n");
        put(
                files,
                ContentPaths.outcomes(to),
                head("结果运用登记：表彰、约谈、通报批评、处分建议以及弄虚作假、重大事故等记录", "outcomes") + "outcomes: []\n");
        copy(files, ContentPaths.round(from), ContentPaths.round(to), this::roundText, findings);
        copy(files, ContentPaths.plan(from), ContentPaths.plan(to), this::planText, findings);
        copy(files, ContentPaths.indicators(from), ContentPaths.indicators(to), this::systemText, findings);
        for (Audience audience : Audience.values()) {
            copy(
                    files,
                    ContentPaths.questionnaire(from, audience),
                    ContentPaths.questionnaire(to, audience),
                    text -> text,
                    findings);
        }
        for (String language : reader.languages(from)) {
            copy(
                    files,
                    ContentPaths.language(from, language),
                    ContentPaths.language(to, language),
                    text -> text,
                    findings);
        }
        return findings.hasErrors() ? Optional.empty() : Optional.of(files);
    }

    private void copy(
            Map<String, byte[]> files, String old, String name, UnaryOperator<String> change, Findings findings) {
        folder.openIfPresent(old, findings)
                .flatMap((SourceFile file) -> file.text(findings))
                .ifPresent(text -> put(files, name, change.apply(text)));
    }

    private String roundText(String text) {
        String moved = moved(YEAR.matcher(text).replaceFirst("year: " + to.year()));
        // 第十三条：批准之后才公布，新的一轮从 none 开始。
        String none = "publication:\n  places: none\n  date: "
                + LocalDate.of(to.year().value(), 12, 25) + "\n";
        Matcher block = PUBLICATION.matcher(moved + (moved.endsWith("\n") ? "" : "\n"));
        return block.replaceFirst(Matcher.quoteReplacement(none));
    }

    private String planText(String text) {
        return SURVEY_TIME
                .matcher(moved(text))
                .replaceAll(match -> match.group(1) + ": "
                        + OffsetDateTime.parse(match.group(2)).plusYears(years));
    }

    /** The document that issued the earlier system did not issue this one. */
    private String systemText(String text) {
        String open = DOCUMENT.matcher(text).replaceFirst("document: 待填写：印发指标体系的文号");
        return moved(ISSUED.matcher(open).replaceFirst(match -> "issued: " + workday(LocalDate.parse(match.group(1)))));
    }

    private String calendar(List<Milestone> milestones) {
        List<String> lines = new ArrayList<>();
        for (Milestone milestone : milestones) {
            lines.add("  - step: " + milestone.step().key() + "\n    planned: " + workday(milestone.planned()) + "\n");
        }
        return head("工作日程：各步骤的计划日期；办完一步，补上 actual（实际日期）和 document（文号）", "calendar") + "milestones:\n"
                + String.join("", lines);
    }

    /** The same day of the new year, or the Friday before it: articles 7 to 9 name days by which, never after. */
    private LocalDate workday(LocalDate day) {
        LocalDate next = day.plusYears(years);
        int weekend = Math.max(0, next.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue());
        return next.minusDays(weekend);
    }

    /** The year and the year it looks back on, in titles and remarks. */
    private String moved(String text) {
        EvaluationYear year = from.year();
        Pattern named = Pattern.compile("(" + year.value() + "|" + year.coveredYear() + ")年");
        return named.matcher(text).replaceAll(match -> Integer.parseInt(match.group(1)) + years + "年");
    }

    private static String head(String title, String schema) {
        return "# " + title
                + "\n# yaml-language-server: $schema=../../../../evaluation/src/main/resources/org/gongshi/evaluation/"
                + "content/schema/" + schema + ".schema.json\n";
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
