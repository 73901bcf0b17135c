package org.gongshi.evaluation.place;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * A region, league or city, banner or county (行政区).
 *
 * @param organ full name of its government (行政公署、人民政府), the body that is evaluated
 * @param slug its word in addresses of the site
 * @param parent the place that evaluates it; empty for the top
 */
@Article(2)
public record Place(PlaceCode code, String name, String organ, Tier tier, String slug, Optional<PlaceCode> parent) {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Place {
        Objects.requireNonNull(code, "code");
        Require.text(name, "name");
        Require.text(organ, "organ");
        Objects.requireNonNull(tier, "tier");
        Require.that(isSlug(slug), "a slug is lower-case letters, digits and hyphens: ", slug);
        Objects.requireNonNull(parent, "parent");
    }

    public static boolean isSlug(String value) {
        return value != null && SLUG.matcher(value).matches();
    }
}
