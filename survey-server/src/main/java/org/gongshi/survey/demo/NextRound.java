package org.gongshi.survey.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;

/**
 * The round after the demonstration's (下一轮), with a survey that is open now, in a content folder of its own that has all the
 * years before, too: from the console the site can be made with it.
 */
public final class NextRound {
    private static final int DAYS = 20;

    private NextRound() {}

    /** @param now the present moment, from which the survey is open */
    public static DemoContent make(DemoContent before, Path target, OffsetDateTime now) {
        RoundKey old = before.key();
        RoundKey next = new RoundKey(new EvaluationYear(old.year().value() + 1), old.organizer());
        try {
            DemoContent.copyFolder(before.root(), target);
            Files.createDirectories(target.resolve(ContentPaths.questionnaires(next)));
            for (String file : List.of("indicators.yaml", "populations.csv", "calendar.yaml")) {
                move(before, next, target, file, text -> nextYear(text, old));
            }
            for (var audience : Audience.values()) {
                move(before, next, target, "questionnaires/" + audience.key() + ".yaml", text -> text);
            }
            List<String> languages = before.forms().plan().languages();
            Files.createDirectories(target.resolve(ContentPaths.languages(next)));
            for (String language : languages) {
                move(before, next, target, "languages/" + language + ".yaml", text -> nextYear(text, old));
            }
            move(before, next, target, "round.yaml", text -> unpublished(nextYear(text, old)));
            move(before, next, target, "survey-plan.yaml", text -> openNow(text, now));
        } catch (IOException fault) {
            throw new DemoFault("下一轮内容无法准备：" + target, fault);
        }
        return DemoContent.of(target, next);
    }

    private static void move(DemoContent before, RoundKey next, Path target, String file, UnaryOperator<String> change)
            throws IOException {
        String text =
                Files.readString(before.root().resolve(before.key().toString()).resolve(file));
        Files.writeString(target.resolve(next.toString()).resolve(file), change.apply(text));
    }

    /** Years in dates, titles and document numbers alike. */
    private static String nextYear(String text, RoundKey old) {
        int year = old.year().value();
        return text.replace(Integer.toString(year), Integer.toString(year + 1));
    }

    /** A round that has only begun publishes no place. */
    private static String unpublished(String text) {
        StringBuilder kept = new StringBuilder();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            inside = line.startsWith("publication:") || inside && (line.startsWith(" ") || line.isBlank());
            boolean unchanged = !inside || line.startsWith("publication:") || line.startsWith("  date:");
            kept.append(unchanged ? line + '\n' : line.startsWith("  places:") ? "  places: none\n" : "");
        }
        return kept.toString();
    }

    private static String openNow(String text, OffsetDateTime now) {
        OffsetDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
        return text.replaceAll("(?m)^opens: .*$", "opens: " + written(minute.minusDays(1)))
                .replaceAll("(?m)^closes: .*$", "closes: " + written(minute.plusDays(DAYS)));
    }

    private static String written(OffsetDateTime moment) {
        return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
