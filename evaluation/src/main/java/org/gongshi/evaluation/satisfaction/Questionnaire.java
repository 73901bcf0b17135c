package org.gongshi.evaluation.satisfaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The questionnaire of one audience in one round (满意度调查问卷).
 *
 * @param digest SHA-256 of the file's bytes: answers and results name it, so that nobody can exchange the questions
 * @param scale the rating options, best first
 * @param dontKnow 不了解: stands beside the scale and counts as no answer, reported apart
 * @param profile coarse questions about the person (背景题), such as town or countryside, that the survey plan weights by
 */
@Article(9)
public record Questionnaire(
        Audience audience,
        Digest digest,
        String title,
        String introduction,
        List<Option> scale,
        Option dontKnow,
        List<Question.Rating> items,
        Optional<Question.Check> check,
        Optional<Question.Choice> change,
        Optional<Question.Priority> priority,
        Optional<Question.Remark> remark,
        List<Question.Choice> profile) {
    /** So many profile questions at most: together with the place more would point at persons. */
    public static final int MOST_PROFILE = 3;

    public Questionnaire {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(digest, "digest");
        Require.text(title, "title");
        Require.text(introduction, "introduction");
        scale = List.copyOf(scale);
        Require.that(scale.size() >= 2, "a scale has two options at least");
        Objects.requireNonNull(dontKnow, "dontKnow");
        items = List.copyOf(items);
        Require.that(!items.isEmpty(), "a questionnaire has items");
        profile = List.copyOf(profile);
        Require.that(profile.size() <= MOST_PROFILE, "at most " + MOST_PROFILE + " profile questions");
        Set<Integer> values = new HashSet<>(Set.of(dontKnow.value()));
        scale.forEach(option -> Require.that(values.add(option.value()), "value twice: ", option.value()));
        Set<String> codes = new HashSet<>();
        questions(items, check, change, priority, remark, profile)
                .forEach(question -> Require.that(codes.add(question.code()), "code twice: ", question.code()));
    }

    /** A questionnaire without profile questions. */
    public Questionnaire(
            Audience audience,
            Digest digest,
            String title,
            String introduction,
            List<Option> scale,
            Option dontKnow,
            List<Question.Rating> items,
            Optional<Question.Check> check,
            Optional<Question.Choice> change,
            Optional<Question.Priority> priority,
            Optional<Question.Remark> remark) {
        this(audience, digest, title, introduction, scale, dontKnow, items, check, change, priority, remark, List.of());
    }

    /** The profile question of that code. */
    public Optional<Question.Choice> profile(String code) {
        return profile.stream().filter(question -> question.code().equals(code)).findFirst();
    }

    /** All questions in the order in which they are asked. */
    public List<Question> questions() {
        return questions(items, check, change, priority, remark, profile);
    }

    public Optional<Question> find(String code) {
        // Asked for every answer that comes in, and nearly every one is to an item.
        for (Question.Rating item : items) {
            if (item.code().equals(code)) {
                return Optional.of(item);
            }
        }
        return questions().stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    private static List<Question> questions(
            List<Question.Rating> items,
            Optional<Question.Check> check,
            Optional<Question.Choice> change,
            Optional<Question.Priority> priority,
            Optional<Question.Remark> remark,
            List<Question.Choice> profile) {
        List<Question> all = new ArrayList<>(items);
        // In the middle: at the end a hurried reader would meet it among the last questions and guess its purpose.
        check.ifPresent(question -> all.add((items.size() + 1) / 2, question));
        change.ifPresent(all::add);
        priority.ifPresent(all::add);
        all.addAll(profile);
        remark.ifPresent(all::add);
        return List.copyOf(all);
    }
}
