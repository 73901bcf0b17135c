package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * The survey of a round (满意度调查): who was asked, what did they say, how sure is it?
 *
 * @param answer the indices of the whole area in a sentence
 * @param facts how the survey was made
 * @param analysis composites, precision, sensitivity, comparisons, quality; none for a release that had none
 * @param method how the figures were made, with the round's own numbers
 */
public record SatisfactionPage(
        Frame frame,
        String answer,
        List<Fact> facts,
        List<Section> sections,
        List<PlainTable> analysis,
        Link method,
        List<Link> places)
        implements SitePage {
    public SatisfactionPage {
        Objects.requireNonNull(frame, "frame");
        Require.text(answer, "answer");
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        analysis = List.copyOf(analysis);
        Objects.requireNonNull(method, "method");
        places = List.copyOf(places);
    }

    /** One audience over all places. */
    public record Section(String key, String label, IntervalChart chart, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** One place, or the whole area. */
    public record Row(
            Link place, String invited, String responded, String rate, SurveyFigure index, SurveyFigure satisfied) {}

    @Override
    public String template() {
        return "site/satisfaction.jte";
    }
}
