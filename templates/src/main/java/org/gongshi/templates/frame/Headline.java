package org.gongshi.templates.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading in pieces that no line may tear (标题断行). Browsers break Chinese between any two characters and know no words of it;
 * titles of rounds are long, and a heading that goes on with 民政府 in its second line reads like a mistake.
 */
public final class Headline {
    private static final Pattern WHOLE = Pattern.compile("人民政府|行政公署|履行教育职责|满意度调查|盟市级|旗县级|评价结果|评价报告|公示网");

    private Headline() {}

    /** @param whole whether the words stay on one line */
    public record Piece(String text, boolean whole) {}

    /** The pieces in their order; together they are the heading, character by character. */
    public static List<Piece> pieces(String heading) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = WHOLE.matcher(heading);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(new Piece(heading.substring(from, matcher.start()), false));
            }
            pieces.add(new Piece(matcher.group(), true));
            from = matcher.end();
        }
        if (from < heading.length() || pieces.isEmpty()) {
            pieces.add(new Piece(heading.substring(from), false));
        }
        return List.copyOf(pieces);
    }
}
