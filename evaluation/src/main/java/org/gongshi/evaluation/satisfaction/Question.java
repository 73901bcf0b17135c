package org.gongshi.evaluation.satisfaction;

import java.util.List;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** A question of a questionnaire (题目). No question is obligatory: nobody is made to answer. */
@Article(9)
public sealed interface Question {

    /** Code, unique within the questionnaire, e.g. {@code P01}. */
    String code();

    /** Wording. */
    String text();

    /** A satisfaction item, answered on the questionnaire's scale or 不了解. */
    record Rating(String code, String area, String text) implements Question {
        public Rating {
            Require.text(code, "code");
            Require.text(area, "area");
            Require.text(text, "text");
        }
    }

    /** An attention check (注意力检测题): asks for one answer of the scale; a wrong one is flagged, never deleted. */
    record Check(String code, String text, int expected) implements Question {
        public Check {
            Require.text(code, "code");
            Require.text(text, "text");
        }
    }

    /** One choice among options of its own, such as the change since last year. */
    record Choice(String code, String text, List<Option> options) implements Question {
        public Choice {
            Require.text(code, "code");
            Require.text(text, "text");
            options = List.copyOf(options);
            Require.that(options.size() >= 2, code + " needs two options");
        }
    }

    /** Up to {@code most} of the rating items, by code: what needs improving first. */
    record Priority(String code, String text, int most) implements Question {
        public Priority {
            Require.text(code, "code");
            Require.text(text, "text");
            Require.that(most >= 1, "most lies above 0");
        }
    }

    /** A free remark of at most {@code longest} characters; kept apart from the answers, never published. */
    record Remark(String code, String text, int longest) implements Question {
        public Remark {
            Require.text(code, "code");
            Require.text(text, "text");
            Require.that(longest >= 1 && longest <= 2000, "a remark has 1 to 2000 characters");
        }
    }
}
