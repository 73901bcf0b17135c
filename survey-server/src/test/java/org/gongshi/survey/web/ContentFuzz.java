package org.gongshi.survey.web;

import java.util.Arrays;
import java.util.List;
import org.gongshi.evaluation.content.source.CsvFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;

/**
 * What a fuzzer drives: YAML, CSV and JSON of the content folder. Whatever stands in a file is read or becomes findings; nothing is
 * read without either.
 */
public final class ContentFuzz {
    private ContentFuzz() {}

    /** The first byte chooses the parser, the rest is the file. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] file = Arrays.copyOfRange(data, 1, data.length);
        var findings = new Findings();
        boolean read = switch (data[0] % 3) {
            case 0 -> YamlTree.read(new SourceFile("a.yaml", file), findings).isPresent();
            case 1 ->
                CsvFile.read(new SourceFile("a.csv", file), List.of("place", "score"), findings)
                        .isPresent();
            default -> json(file);
        };
        if (!read && !findings.hasErrors()) {
            throw new IllegalStateException("nothing was read and nothing was said");
        }
    }

    private static boolean json(byte[] file) {
        try {
            // What was read is written so that it reads the same.
            var value = JsonText.parse(file);
            if (!JsonText.parse(JsonText.canonical(value)).equals(JsonText.parse(JsonText.compact(value)))) {
                throw new IllegalStateException("two ways of writing read differently");
            }
            return true;
        } catch (JsonFault refused) {
            return true;
        }
    }
}
