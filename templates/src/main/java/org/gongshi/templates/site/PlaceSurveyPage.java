package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * The survey in one place, question by question.
 *
 * @param all the survey over all places
 * @param method how the figures were made, with the round's own numbers
 */
public record PlaceSurveyPage(Frame frame, IntervalChart chart, List<Section> sections, Link all, Link method)
        implements SitePage {
    public PlaceSurveyPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(chart, "chart");
        sections = List.copyOf(sections);
        Objects.requireNonNull(all, "all");
        Objects.requireNonNull(method, "method");
    }

    /** One audience. */
    public record Section(
            String key, String label, List<Fact> facts, List<Stage> stages, List<String> options, List<Item> items) {
        public Section {
            facts = List.copyOf(facts);
            stages = List.copyOf(stages);
            options = List.copyOf(options);
            items = List.copyOf(items);
        }

        /** Whether the shares of some question's options are withheld beside its mean. */
        public boolean hidesShares() {
            return items.stream()
                    .anyMatch(item ->
                            item.shares().isEmpty() && item.mean().reason().isEmpty());
        }
    }

    /** One school stage, or all together, or the open link. */
    public record Stage(String label, String responded, String rate, SurveyFigure index, SurveyFigure satisfied) {}

    /** One question with the shares of its options; the shares are empty when withheld. */
    public record Item(
            String code, String text, SurveyFigure mean, SurveyFigure satisfied, List<Part> shares, String dontKnow) {
        public Item {
            shares = List.copyOf(shares);
        }
    }

    /** One option's share: as printed, and as percent for the drawing; level 1 (best) to 5. */
    public record Part(String label, String shown, int percent, int start, int level) {}

    @Override
    public String template() {
        return "site/placeSurvey.jte";
    }
}
