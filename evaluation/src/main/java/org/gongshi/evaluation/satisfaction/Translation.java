package org.gongshi.evaluation.satisfaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.Place;

/**
 * The survey in another language (调查的译文): every wording under a key such as {@code public.P01} or {@code student.scale.5}. Codes and
 * values are those of the Chinese questionnaire, so that an answer bears no trace of the language it was given in.
 *
 * @param language BCP 47 tag, such as {@code en} or {@code mn-Mong}
 * @param digest SHA-256 of the file's bytes, locked with plan and questionnaires
 * @param texts wording by key; those under {@code words.} are words of the pages
 */
@Article(9)
public record Translation(String language, Digest digest, Map<String, String> texts) {
    private static final String WORDS = "words.";

    public Translation {
        Require.that(isLanguage(language), "a language tag: ", language);
        Objects.requireNonNull(digest, "digest");
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** Whether it is a tag of language, script and region, of which the last two may be absent (BCP 47); Chinese is no translation. */
    public static boolean isLanguage(String tag) {
        return tag.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?") && !tag.equals("zh") && !tag.startsWith("zh-");
    }

    /**
     * Every key of content that must have a wording, with the Chinese one, in the order of the pages.
     *
     * @param site name of the site, {@code sponsor} and {@code round} as well are said on every page
     */
    public static Map<String, String> wanted(
            String site, String sponsor, String round, List<Place> places, Iterable<Questionnaire> questionnaires) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("site.name", site);
        wanted.put("site.sponsor", sponsor);
        wanted.put("round.title", round);
        places.forEach(place -> wanted.put(place(place), place.name()));
        questionnaires.forEach(questionnaire -> wanted(questionnaire, wanted));
        return wanted;
    }

    private static void wanted(Questionnaire questionnaire, Map<String, String> wanted) {
        String form = questionnaire.audience().key() + ".";
        wanted.put(form + "title", questionnaire.title());
        wanted.put(form + "introduction", questionnaire.introduction());
        questionnaire.scale().forEach(option -> wanted.put(form + "scale." + option.value(), option.label()));
        wanted.put(form + "dontKnow", questionnaire.dontKnow().label());
        for (Question question : questionnaire.questions()) {
            String key = form + question.code();
            if (question instanceof Question.Choice choice) {
                wanted.put(key + ".text", choice.text());
                choice.options().forEach(option -> wanted.put(key + "." + option.value(), option.label()));
            } else {
                wanted.put(key, question.text());
            }
        }
    }

    /** The words of the pages that the file brings along, by their own keys. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(WORDS)) {
                words.put(key.substring(WORDS.length()), text);
            }
        });
        return words;
    }

    /** Whether a key of the file belongs to the pages, not to this round's content. */
    public static boolean isWord(String key) {
        return key.startsWith(WORDS);
    }

    /**
     * A wording.
     *
     * @throws IllegalArgumentException when there is none: an incomplete translation is never shown
     */
    public String text(String key) {
        String text = texts.get(key);
        Require.that(text != null, "no words for " + key + " in " + language);
        return text;
    }

    /** The same place under its name in this language. */
    public Place of(Place place) {
        return new Place(place.code(), text(place(place)), place.organ(), place.tier(), place.slug(), place.parent());
    }

    /** The same questionnaire, with the same codes, values and digest, in the words of this language. */
    public Questionnaire of(Questionnaire form) {
        String prefix = form.audience().key() + ".";
        Function<Question, String> said = question -> text(prefix + question.code());
        return new Questionnaire(
                form.audience(),
                form.digest(),
                text(prefix + "title"),
                text(prefix + "introduction"),
                options(form.scale(), prefix + "scale."),
                new Option(form.dontKnow().value(), text(prefix + "dontKnow")),
                form.items().stream()
                        .map(item -> new Question.Rating(item.code(), item.area(), said.apply(item)))
                        .toList(),
                form.check().map(check -> new Question.Check(check.code(), said.apply(check), check.expected())),
                form.change().map(choice -> choice(choice, prefix)),
                form.priority()
                        .map(priority -> new Question.Priority(priority.code(), said.apply(priority), priority.most())),
                form.remark().map(remark -> new Question.Remark(remark.code(), said.apply(remark), remark.longest())),
                form.profile().stream().map(choice -> choice(choice, prefix)).toList());
    }

    private Question.Choice choice(Question.Choice choice, String prefix) {
        String key = prefix + choice.code() + ".";
        return new Question.Choice(choice.code(), text(key + "text"), options(choice.options(), key));
    }

    private List<Option> options(List<Option> options, String prefix) {
        List<Option> translated = new ArrayList<>();
        options.forEach(option -> translated.add(new Option(option.value(), text(prefix + option.value()))));
        return translated;
    }

    private static String place(Place place) {
        return "places." + place.code().value();
    }
}
