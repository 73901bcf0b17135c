package org.gongshi.evaluation.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.RoundKey;

/**
 * The files of a new round made from those of an earlier one (新一年度的内容): the rules go on, the year and its dates move, and nothing
 * that was found, decided or answered comes along. Every year has a system of its own (第七条), so the office goes through the
 * copied indicators, plan and questionnaires before the notice.
 */
public final class NextRound {
    private static final Pattern YEAR = Pattern.compile("(?m)^year:.*$");
    private static final Pattern PUBLICATION = Pattern.compile("(?ms)^publication:\\R(?:[ \\t-].*?\\R)*");
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^document:.*$");
    private static final Pattern ISSUED = Pattern.compile("(?m)^issued:\\s*(\\S+).*$");

    private final ContentFolder folder;
    private final RoundKey from;
    private final RoundKey to;
    private final MovedTexts texts;

    /**
     * @param from the round that is copied
     * @param year the year of the new round
     */
    public NextRound(ContentFolder folder, RoundKey from, EvaluationYear year) {
        this.folder = folder;
        this.from = from;
        this.to = new RoundKey(year, from.organizer());
        this.texts = new MovedTexts(folder, from, to);
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
        MovedTexts.put(files, ContentPaths.calendar(to), calendar(calendar.get().value()));
        MovedTexts.put(files, ContentPaths.scores(to), String.join(",", ScoreFile.COLUMNS) + "\n");
        MovedTexts.put(
                files,
                ContentPaths.outcomes(to),
                head("结果运用登记：表彰、约谈、通报批评、处分建议以及弄虚作假、重大事故等记录", "outcomes") + "outcomes: []\n");
        texts.copy(files, ContentPaths.round(from), ContentPaths.round(to), this::roundText, findings);
        texts.copy(files, ContentPaths.indicators(from), ContentPaths.indicators(to), this::systemText, findings);
        texts.survey(files, UnaryOperator.identity(), findings);
        for (String language : reader.languages(from)) {
            texts.copy(
                    files,
                    ContentPaths.language(from, language),
                    ContentPaths.language(to, language),
                    UnaryOperator.identity(),
                    findings);
        }
        return findings.hasErrors() ? Optional.empty() : Optional.of(files);
    }

    private String roundText(String text) {
        String moved = texts.moved(YEAR.matcher(text).replaceFirst("year: " + to.year()));
        // 第十三条：批准之后才公布，新的一轮从 none 开始。
        String none = "publication:\n  places: none\n  date: "
                + LocalDate.of(to.year().value(), 12, 25) + "\n";
        Matcher block = PUBLICATION.matcher(moved + (moved.endsWith("\n") ? "" : "\n"));
        return block.replaceFirst(Matcher.quoteReplacement(none));
    }

    /** The document that issued the earlier system did not issue this one. */
    private String systemText(String text) {
        String open = DOCUMENT.matcher(text).replaceFirst("document: 待填写：印发指标体系的文号");
        return texts.moved(
                ISSUED.matcher(open).replaceFirst(match -> "issued: " + workday(LocalDate.parse(match.group(1)))));
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
        LocalDate next = day.plusYears(texts.years());
        int weekend = Math.max(0, next.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue());
        return next.minusDays(weekend);
    }

    private static String head(String title, String schema) {
        return "# " + title
                + "\n# yaml-language-server: $schema=../../../../evaluation/src/main/resources/org/gongshi/evaluation/"
                + "content/schema/" + schema + ".schema.json\n";
    }
}
