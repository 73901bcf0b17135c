package org.gongshi.generator.verify;

import java.util.List;
import java.util.Set;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;

/** The data package (数据包说明): sizes and digests that it tells of the tables are theirs. */
final class PackageCheck {
    private static final String FOLDER = "data/";
    private static final String PATH = FOLDER + "datapackage.json";

    private final SiteSource source;
    private final Recount recount;

    PackageCheck(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        if (paths.contains(PATH)) {
            recount.guarded(PATH, "JSON", this::resources);
        }
    }

    private void resources() {
        if (!(Reading.of(source, PATH) instanceof Reading.Bytes bytes)) {
            return;
        }
        for (Json resource : items(parsed(bytes.bytes()))) {
            if (resource instanceof Json.Obj table
                    && table.field("path").orElse(Json.NULL) instanceof Json.Str path
                    && Reading.of(source, FOLDER + path.value()) instanceof Reading.Bytes csv) {
                Json size = table.field("bytes").orElse(Json.NULL);
                boolean fits = size instanceof Json.Num number && number.value().intValue() == csv.bytes().length;
                recount.require(PATH, path.value() + " bytes", fits, "应为 " + csv.bytes().length);
                Json digest = table.field("hash").orElse(Json.NULL);
                String expected = Digest.of(csv.bytes()).toString();
                recount.expect(
                        PATH, path.value() + " hash", expected, digest instanceof Json.Str hash ? hash.value() : "");
            }
        }
    }

    private static Json parsed(byte[] bytes) {
        try {
            return JsonText.parse(bytes);
        } catch (JsonFault fault) {
            throw new IllegalArgumentException("不是有效的 JSON", fault);
        }
    }

    private static List<Json> items(Json parsed) {
        return parsed instanceof Json.Obj object && object.field("resources").orElse(Json.NULL) instanceof Json.Arr all
                ? all.items()
                : List.of();
    }
}
