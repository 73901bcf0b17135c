package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;

/** Files of one round as the beginning of another's (沿用): every byte goes along but years and survey times, which move. */
record MovedTexts(ContentFolder folder, RoundKey from, RoundKey to) {
    private static final Pattern SURVEY_TIME = Pattern.compile("(?m)^(opens|closes):\\s*(\\S+)");

    /** How far apart the rounds are. */
    int years() {
        return to.year().value() - from.year().value();
    }

    /** Plan, populations still to be filled in, and questionnaires; nothing of a round without a survey. */
    void survey(Map<String, byte[]> files, UnaryOperator<String> plan, Findings findings) {
        if (!folder.has(ContentPaths.plan(from))) {
            return;
        }
        put(files, ContentPaths.populations(to), String.join(",", PopulationFile.COLUMNS) + "\n");
        copy(files, ContentPaths.plan(from), ContentPaths.plan(to), text -> plan.apply(planText(text)), findings);
        for (Audience audience : Audience.values()) {
            copy(
                    files,
                    ContentPaths.questionnaire(from, audience),
                    ContentPaths.questionnaire(to, audience),
                    UnaryOperator.identity(),
                    findings);
        }
    }

    void copy(Map<String, byte[]> files, String old, String name, UnaryOperator<String> change, Findings findings) {
        folder.openIfPresent(old, findings)
                .flatMap((SourceFile file) -> file.text(findings))
                .ifPresent(text -> put(files, name, change.apply(text)));
    }

    /** The year and the year it looks back on, in titles and remarks. */
    String moved(String text) {
        EvaluationYear year = from.year();
        Pattern named = Pattern.compile("(" + year.value() + "|" + year.coveredYear() + ")年");
        return named.matcher(text).replaceAll(match -> Integer.parseInt(match.group(1)) + years() + "年");
    }

    private String planText(String text) {
        Matcher times = SURVEY_TIME.matcher(moved(text));
        return times.replaceAll(match ->
                match.group(1) + ": " + OffsetDateTime.parse(match.group(2)).plusYears(years()));
    }

    static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
