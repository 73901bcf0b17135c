package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Release;

/** Sets {@code publication} of {@code round.yaml} from a form (公开发布安排); every other line stays as it is. */
@Article(13)
public final class ReleaseForm {
    private ReleaseForm() {}

    /**
     * The bytes of the file with another arrangement.
     *
     * @param all how many places the round has: all of them are written {@code all}
     * @param release without places for {@code none}: nothing is to be published
     */
    public static byte[] bytes(SourceFile round, int all, Release release) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        int at = -1;
        for (String line :
                new String(round.bytes(), StandardCharsets.UTF_8).lines().toList()) {
            boolean begins = line.startsWith("publication:");
            inside = begins || inside && (line.startsWith(" ") || line.startsWith("\t"));
            if (begins) {
                at = lines.size();
            }
            if (!inside) {
                lines.add(line);
            }
        }
        lines.addAll(at < 0 ? lines.size() : at, block(all, release));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> block(int all, Release release) {
        List<String> block = new ArrayList<>(List.of("publication:", "  places: " + places(all, release)));
        block.add("  date: " + release.date());
        release.document().ifPresent(text -> block.add("  document: " + YamlLines.text(text)));
        return block;
    }

    private static String places(int all, Release release) {
        if (release.places().isEmpty()) {
            return "none";
        }
        return release.places().size() == all
                ? "all"
                : release.places().stream()
                        .map(PlaceCode::value)
                        .sorted()
                        .map(code -> "\"" + code + "\"")
                        .collect(Collectors.joining(", ", "[", "]"));
    }
}
