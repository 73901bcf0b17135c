package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.sampling.AddressStratum;
import org.gongshi.evaluation.sampling.DrawnClass;
import org.gongshi.evaluation.sampling.DrawnSchool;
import org.gongshi.evaluation.sampling.Fraction;
import org.gongshi.evaluation.sampling.FrameFile;
import org.gongshi.evaluation.sampling.FrameSchool;
import org.gongshi.evaluation.sampling.SamplePlan;
import org.gongshi.evaluation.sampling.SampleRecord;
import org.gongshi.evaluation.sampling.SampleSize;
import org.gongshi.evaluation.sampling.SchoolNeed;
import org.gongshi.evaluation.sampling.SchoolStratum;
import org.gongshi.evaluation.sampling.SurveySample;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/** Reads {@code survey-sample.json}: every field must be there and none besides. */
final class SurveySampleReader {
    private SurveySampleReader() {}

    static SampleRecord record(JsonCursor root) {
        root.only("schema", "frames", "plan", "seed", "schools", "addresses");
        root.at("schema").word(word -> Optional.of(word).filter(SurveySampleJson.SCHEMA::equals));
        return new SampleRecord(
                list(root.at("frames"), SurveySampleReader::frame),
                root.at("plan").at("text").text(),
                new SurveySample(
                        plan(root.at("plan")),
                        seed(root.at("seed")),
                        list(root.at("schools"), SurveySampleReader::stratum),
                        list(root.at("addresses"), SurveySampleReader::addresses)));
    }

    private static FrameFile frame(JsonCursor file) {
        file.only("file", "digest");
        return new FrameFile(file.at("file").text(), digest(file.at("digest")));
    }

    private static CommittedSeed seed(JsonCursor seed) {
        seed.only("commitment", "secret", "beacon");
        CommittedSeed read = seed.make(() -> new CommittedSeed(
                seed.at("secret").text(), seed.ifPresent("beacon").map(JsonCursor::text)));
        if (!digest(seed.at("commitment")).equals(read.commitment())) {
            throw seed.at("commitment").fault("不是 secret 的 SHA-256 " + read.commitment());
        }
        return read;
    }

    /** The plan as its file says it: the digest is that of the very text. */
    private static SamplePlan plan(JsonCursor plan) {
        plan.only("digest", "text");
        var file = new SourceFile("plan", plan.at("text").text().getBytes(StandardCharsets.UTF_8));
        if (!digest(plan.at("digest")).equals(file.digest())) {
            throw plan.at("digest").fault("不是 text 的 SHA-256 " + file.digest());
        }
        Findings found = new Findings();
        return SamplePlanFile.read(file, found)
                .filter(sound -> !found.hasErrors())
                .orElseThrow(() ->
                        plan.at("text").fault("抽样方案有错：" + found.sorted().get(0).toLine()));
    }

    private static SchoolStratum stratum(JsonCursor stratum) {
        stratum.only("place", "stage", "needs", "frame", "drawn");
        return stratum.make(() -> new SchoolStratum(
                place(stratum.at("place")),
                stratum.at("stage").word(SchoolStage::ofKey),
                list(stratum.at("needs"), SurveySampleReader::need),
                list(stratum.at("frame"), SurveySampleReader::school),
                list(stratum.at("drawn"), SurveySampleReader::drawn)));
    }

    private static SchoolNeed need(JsonCursor need) {
        need.only("audience", "place", "invited");
        return new SchoolNeed(
                need.at("audience").word(Audience::ofKey),
                size(need.at("place")),
                need.at("invited").whole());
    }

    private static SampleSize size(JsonCursor size) {
        size.only("population", "completed", "invited", "reachable");
        return new SampleSize(
                size.at("population").whole(),
                size.at("completed").whole(),
                size.at("invited").whole(),
                size.at("reachable").flag());
    }

    private static FrameSchool school(JsonCursor school) {
        school.only("school", "classes", "students", "probability");
        return new FrameSchool(
                school.at("school").text(),
                school.at("classes").small(),
                school.at("students").whole(),
                fraction(school.at("probability")));
    }

    private static DrawnSchool drawn(JsonCursor school) {
        school.only("school", "probability", "classProbability", "weight", "classes");
        return school.make(() -> new DrawnSchool(
                school.at("school").text(),
                fraction(school.at("probability")),
                fraction(school.at("classProbability")),
                fraction(school.at("weight")),
                list(school.at("classes"), SurveySampleReader::drawnClass)));
    }

    private static DrawnClass drawnClass(JsonCursor drawn) {
        drawn.only("class", "students");
        return new DrawnClass(drawn.at("class").text(), drawn.at("students").small());
    }

    private static AddressStratum addresses(JsonCursor stratum) {
        stratum.only("place", "size", "probability", "weight", "drawn");
        AddressStratum read = stratum.make(() -> new AddressStratum(
                place(stratum.at("place")), size(stratum.at("size")), list(stratum.at("drawn"), JsonCursor::text)));
        same(stratum.at("probability"), read.probability());
        same(stratum.at("weight"), read.weight());
        return read;
    }

    private static void same(JsonCursor written, Fraction computed) {
        if (!written.text().equals(computed.toString())) {
            throw written.fault("应为 " + computed + "，此处是 " + written.text());
        }
    }

    private static PlaceCode place(JsonCursor place) {
        return place.make(() -> new PlaceCode(place.text()));
    }

    private static Fraction fraction(JsonCursor fraction) {
        return fraction.make(() -> Fraction.parse(fraction.text()));
    }

    private static Digest digest(JsonCursor digest) {
        return digest.make(() -> Digest.parse(digest.text()));
    }

    private static <T> List<T> list(JsonCursor array, Function<JsonCursor, T> item) {
        return array.items().map(item).toList();
    }
}
