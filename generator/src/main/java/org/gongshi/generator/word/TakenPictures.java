package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.report.ReportPicture;

/** The pictures that a document brings along (导入的图片), each once, and where something is drawn that may lie upon one. Not thread-safe. */
final class TakenPictures {
    private final Map<String, Picture> taken = new TreeMap<>();
    private final List<String> covered = new ArrayList<>();

    /** Adds one. @return its address as a report writes it; empty when a report may have no more */
    Optional<String> add(Picture picture) {
        long together = taken.values().stream().mapToLong(Picture::size).sum();
        boolean room = taken.size() < ReportPicture.MOST && together + picture.size() <= ReportPicture.LARGEST_TOGETHER;
        if (!taken.containsKey(picture.name()) && !room) {
            return Optional.empty();
        }
        taken.put(picture.name(), picture);
        return Optional.of(ContentPaths.PICTURES + "/" + picture.name());
    }

    void covered(String where) {
        covered.add(where);
    }

    /** Tells of shapes, where there is a picture on which they may lie. */
    void report(Ledger ledger) {
        if (!taken.isEmpty()) {
            covered.forEach(where -> {
                ledger.at(where);
                ledger.tell(Loss.PICTURE_COVERED, "");
            });
        }
    }

    /** All of them, by name. */
    Map<String, Picture> all() {
        return Map.copyOf(taken);
    }
}
