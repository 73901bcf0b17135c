package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.templates.office.SiteJobPage;

/** Reads the generator's findings, {@code file:line:column: error: message}, so that a page can show file and line (检查发现). */
final class FindingLines {
    private static final Pattern PLACED = Pattern.compile("^\\s*(.+?):(\\d+):\\d+: (error|warning|错误|提示): (.*)$");
    private static final Pattern BARE = Pattern.compile("^\\s*([^:\\s]+): (error|warning|错误|提示): (.*)$");

    private FindingLines() {}

    /** Where a line of a file can be looked at; nothing where it cannot. */
    @FunctionalInterface
    interface Address {
        String of(String file, String line);
    }

    /** The lines that name a file; the others are passed over. */
    static List<SiteJobPage.FindingLine> of(List<String> lines, Address address) {
        List<SiteJobPage.FindingLine> findings = new ArrayList<>();
        lines.forEach(line -> {
            Matcher placed = PLACED.matcher(line);
            Matcher bare = BARE.matcher(line);
            if (placed.matches()) {
                // A finding about a whole file has no line.
                String at = placed.group(2).equals("0") ? "" : placed.group(2);
                findings.add(new SiteJobPage.FindingLine(
                        placed.group(1),
                        at,
                        isError(placed.group(3)),
                        placed.group(4),
                        address.of(placed.group(1), at)));
            } else if (bare.matches()) {
                findings.add(new SiteJobPage.FindingLine(
                        bare.group(1), "", isError(bare.group(2)), bare.group(3), address.of(bare.group(1), "")));
            }
        });
        return findings;
    }

    private static boolean isError(String word) {
        return word.equals("error") || word.equals("错误");
    }
}
