package org.gongshi.templates.frame;

/** Turns paths from the site's root into links that also work from a folder on disk. */
public final class Paths {
    private Paths() {}

    /** Whether the target leaves the site. */
    public static boolean isComplete(String target) {
        return target.startsWith("https://")
                || target.startsWith("http://")
                || target.startsWith("mailto:")
                || target.startsWith("tel:");
    }

    /** The link from one page of the site to another. */
    public static String relative(String from, String target) {
        int same = 0;
        for (int i = 0; i < Math.min(from.length(), target.length()) && from.charAt(i) == target.charAt(i); i++) {
            same = from.charAt(i) == '/' ? i + 1 : same;
        }
        StringBuilder link = new StringBuilder();
        for (int i = same; i < from.length(); i++) {
            link.append(from.charAt(i) == '/' ? "../" : "");
        }
        return link.append(target, same, target.length()).toString();
    }
}
