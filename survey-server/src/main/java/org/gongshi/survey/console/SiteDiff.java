package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What would change on the public site (差异): pages that come, go or change by their checksums, and in every changed table of the
 * downloads the lines that go (−) and come (+).
 */
final class SiteDiff {
    private static final int MOST_LINES = 40;

    private final Path before;
    private final Path after;

    SiteDiff(Path before, Path after) {
        this.before = Objects.requireNonNull(before, "before");
        this.after = Objects.requireNonNull(after, "after");
    }

    /** Lines to be read by a person; empty when there is nothing to compare with. */
    List<String> lines() throws IOException {
        Map<String, String> old = sums(before);
        Map<String, String> fresh = sums(after);
        List<String> lines = new ArrayList<>();
        if (old.isEmpty()) {
            return lines;
        }
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        int same = 0;
        for (String name : names) {
            if (!old.containsKey(name)) {
                lines.add("新增  " + name);
            } else if (!fresh.containsKey(name)) {
                lines.add("删去  " + name);
            } else if (!old.get(name).equals(fresh.get(name))) {
                lines.add("改动  " + name);
                if (name.endsWith(".csv")) {
                    lines.addAll(rows(name));
                }
            } else {
                same++;
            }
        }
        lines.add(0, "未变 " + same + " 个文件，共 " + fresh.size() + " 个");
        return lines;
    }

    private List<String> rows(String name) throws IOException {
        Set<String> old = new LinkedHashSet<>(Files.readAllLines(before.resolve(name), StandardCharsets.UTF_8));
        Set<String> fresh = new LinkedHashSet<>(Files.readAllLines(after.resolve(name), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        old.stream().filter(line -> !fresh.contains(line)).forEach(line -> lines.add("      − " + line));
        fresh.stream().filter(line -> !old.contains(line)).forEach(line -> lines.add("      + " + line));
        if (lines.size() > MOST_LINES) {
            int left = lines.size() - MOST_LINES;
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add("      … 另有 " + left + " 行");
        }
        return lines;
    }

    /** The listed files with their checksums, without those of the seal, which differ in every release. */
    private static Map<String, String> sums(Path site) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Path list = site.resolve("SHA256SUMS");
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                String name = line.substring(line.indexOf(' ') + 2);
                if (!name.equals("manifest.json") && !name.equals("key.pem")) {
                    sums.put(name, line.substring(0, line.indexOf(' ')));
                }
            }
        }
        return sums;
    }
}
