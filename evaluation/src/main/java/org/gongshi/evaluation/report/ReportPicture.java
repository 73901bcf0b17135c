package org.gongshi.evaluation.report;

import java.util.Objects;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.picture.Picture;

/**
 * A picture that lies beside a report (报告的图片), whether or not the report shows it.
 *
 * @param name of its file in the report's folder of pictures
 */
public record ReportPicture(String name, Picture picture) {
    /** What a reader on a phone can be asked to load, and a reviewer to look at. */
    public static final int MOST = 20;
    /** Bytes of all pictures of a report. */
    public static final int LARGEST_TOGETHER = 5_000_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}\\.(?:png|jpg)");

    public ReportPicture {
        Require.that(isName(name), "no name of a picture: ", name);
        Objects.requireNonNull(picture, "picture");
    }

    /** Whether a file of that name may be a report's picture: lower-case letters, digits, hyphens, the ending png or jpg. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
