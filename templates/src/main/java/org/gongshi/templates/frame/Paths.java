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
        String[] here = from.split("/");
        String[] there = target.split("/");
        int same = 0;
        while (same < here.length - 1 && same < there.length - 1 && here[same].equals(there[same])) {
            same++;
        }
        StringBuilder link = new StringBuilder();
        for (int step = same; step < here.length - 1; step++) {
            link.append("../");
        }
        for (int step = same; step < there.length; step++) {
            link.append(there[step]);
            if (step < there.length - 1) {
                link.append('/');
            }
        }
        return link.toString();
    }
}
