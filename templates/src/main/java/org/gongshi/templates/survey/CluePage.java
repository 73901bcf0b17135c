package org.gongshi.templates.survey;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.Place;

/**
 * The confidential box (线索与建议箱, 第九条): who reads it, and the form.
 *
 * @param filled what stands in the fields
 * @param faults what is wrong, by field, in the order of the page
 * @param hold why nothing was taken just now; empty otherwise
 * @param received whether the page says that something was taken
 * @param longest most characters of the text
 */
public record CluePage(
        SurveyFrame frame,
        List<Place> places,
        Filled filled,
        Map<String, String> faults,
        Optional<String> hold,
        boolean received,
        int longest)
        implements SurveyPage {
    public static final String KIND = "kind";
    public static final String PLACE = "place";
    public static final String TEXT = "text";
    public static final String CONTACT = "contact";

    public CluePage {
        Objects.requireNonNull(frame, "frame");
        places = List.copyOf(places);
        Objects.requireNonNull(filled, "filled");
        faults = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(faults));
        Objects.requireNonNull(hold, "hold");
        Require.that(longest >= 1, "a text has room");
    }

    @Override
    public String title() {
        return received ? words().say("clue.received.title") : words().say("clue.title");
    }

    @Override
    public String template() {
        return "survey/clue.jte";
    }

    @Override
    public Optional<Resend> resend() {
        return received ? Optional.empty() : Optional.of(new Resend("clue", "/clues", "edit"));
    }

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
