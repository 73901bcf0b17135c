package org.gongshi.evaluation.content;

import java.util.Optional;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.ReleasedResults;

/** Opens {@code results.json} for {@link ReleasedResultsJson} and turns its faults into findings. */
final class ResultsFile {
    private static final String HINT = "results.json 由发布程序写成，请勿手工修改；请换回发布时的文件";

    private ResultsFile() {}

    static Optional<ReleasedResults> results(SourceFile file, Findings findings) {
        Optional<String> text = file.text(findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReleasedResultsJson.read(JsonText.parse(text.get())));
        } catch (JsonFault fault) {
            findings.error(file.at(Math.max(0, fault.line()), Math.max(0, fault.column())), "不是有效的 JSON", HINT);
        } catch (ShapeFault fault) {
            findings.error(new Location(file.name(), 0, 0, fault.path()), fault.problem(), HINT);
        }
        return Optional.empty();
    }
}
