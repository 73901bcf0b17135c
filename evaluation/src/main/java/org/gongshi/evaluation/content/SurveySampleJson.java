package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.sampling.AddressStratum;
import org.gongshi.evaluation.sampling.DrawnSchool;
import org.gongshi.evaluation.sampling.SampleRecord;
import org.gongshi.evaluation.sampling.SampleSize;
import org.gongshi.evaluation.sampling.SchoolNeed;
import org.gongshi.evaluation.sampling.SchoolStratum;

/**
 * {@code survey-sample.json}, the record of a draw; every field is described in {@code docs/sampling.md}. Equal records give equal
 * bytes, so that a replay can be compared byte by byte.
 */
public final class SurveySampleJson {
    /** Id and version of the format; a file of another format is refused. */
    public static final String SCHEMA = "gongshi/survey-sample/1";

    private static final String HINT = "survey-sample.json 由 survey sample 写成，请勿手工修改；请换回抽样时的文件，或重新抽样";

    private SurveySampleJson() {}

    /** The exact bytes of the file. */
    public static byte[] bytes(SampleRecord record) {
        return JsonText.pretty(write(record));
    }

    /** The record in a file; empty, with a finding, when it is none. */
    public static Optional<SampleRecord> read(SourceFile file, Findings findings) {
        Optional<String> text = file.text(findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SurveySampleReader.record(JsonCursor.of(JsonText.parse(text.get()))));
        } catch (JsonFault fault) {
            findings.error(file.at(Math.max(0, fault.line()), Math.max(0, fault.column())), "不是有效的 JSON", HINT);
        } catch (ShapeFault fault) {
            findings.error(new Location(file.name(), 0, 0, fault.path()), fault.problem(), HINT);
        }
        return Optional.empty();
    }

    static Json write(SampleRecord record) {
        var seed = record.sample().seed();
        return Json.object()
                .put("schema", SCHEMA)
                .put(
                        "frames",
                        list(
                                record.frames(),
                                file -> Json.object()
                                        .put("file", file.name())
                                        .put("digest", file.digest().toString())
                                        .build()))
                .put(
                        "plan",
                        Json.object()
                                .put("digest", record.sample().plan().digest().toString())
                                .put("text", record.planText())
                                .build())
                .put(
                        "seed",
                        Json.object()
                                .put("commitment", seed.commitment().toString())
                                .put("secret", seed.secret())
                                .put("beacon", seed.beacon().map(Json::of).orElse(Json.NULL))
                                .build())
                .put("schools", list(record.sample().schools(), SurveySampleJson::stratum))
                .put("addresses", list(record.sample().addresses(), SurveySampleJson::addresses))
                .build();
    }

    private static Json stratum(SchoolStratum stratum) {
        return Json.object()
                .put("place", stratum.place().value())
                .put("stage", stratum.stage().key())
                .put("needs", list(stratum.needs(), SurveySampleJson::need))
                .put(
                        "frame",
                        list(
                                stratum.frame(),
                                school -> Json.object()
                                        .put("school", school.name())
                                        .put("classes", school.classes())
                                        .put("students", school.students())
                                        .put("probability", school.probability().toString())
                                        .build()))
                .put("drawn", list(stratum.drawn(), SurveySampleJson::drawn))
                .build();
    }

    private static Json need(SchoolNeed need) {
        return Json.object()
                .put("audience", need.audience().key())
                .put("place", size(need.place()))
                .put("invited", need.invited())
                .build();
    }

    private static Json size(SampleSize size) {
        return Json.object()
                .put("population", size.population())
                .put("completed", size.completed())
                .put("invited", size.invited())
                .put("reachable", size.reachable())
                .build();
    }

    private static Json drawn(DrawnSchool school) {
        return Json.object()
                .put("school", school.name())
                .put("probability", school.probability().toString())
                .put("classProbability", school.classProbability().toString())
                .put("weight", school.weight().toString())
                .put(
                        "classes",
                        list(
                                school.drawn(),
                                each -> Json.object()
                                        .put("class", each.name())
                                        .put("students", each.students())
                                        .build()))
                .build();
    }

    private static Json addresses(AddressStratum stratum) {
        return Json.object()
                .put("place", stratum.place().value())
                .put("size", size(stratum.size()))
                .put("probability", stratum.probability().toString())
                .put("weight", stratum.weight().toString())
                .put("drawn", list(stratum.drawn(), Json::of))
                .build();
    }

    private static <T> Json list(List<T> items, Function<T, Json> json) {
        return Json.array(items.stream().map(json).toList());
    }
}
