package org.gongshi.generator.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;

/** The manifest as JSON and back. */
final class ManifestJson {
    private static final String FORMAT = "gongshi-manifest/1";
    private static final String RECEIPTS = "receipts";
    private static final String NO_FILES = "\"files\":[]";

    private ManifestJson() {}

    /** Canonical JSON. The list of files is written by hand: a tree of a hundred thousand of them would fill the memory. */
    static byte[] bytes(Manifest manifest) {
        String frame = new String(JsonText.canonical(write(manifest)), StandardCharsets.UTF_8);
        // Quotes within a text are escaped: this cannot stand anywhere else.
        int at = frame.indexOf(NO_FILES) + NO_FILES.length() - 1;
        StringBuilder text = new StringBuilder(frame.length() + manifest.files().size() * 160).append(frame, 0, at);
        String comma = "";
        for (FileEntry file : manifest.files()) {
            text.append(comma)
                    .append("{\"path\":\"")
                    .append(file.path())
                    .append("\",\"sha256\":\"")
                    .append(file.digest())
                    .append("\",\"size\":")
                    .append(file.size())
                    .append('}');
            comma = ",";
        }
        return text.append(frame, at, frame.length()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Everything but the list of files, which stays empty. */
    private static Json write(Manifest manifest) {
        Provenance from = manifest.provenance();
        var frame = Json.object()
                .put("format", FORMAT)
                .put("sequence", manifest.sequence())
                .put("previous", manifest.previous().map(ManifestJson::previous).orElse(Json.NULL))
                .put("site", from.site())
                .put("demonstration", from.demonstration())
                .put("asOf", from.asOf().toString())
                .put("expires", manifest.expires().toString())
                .put("key", manifest.key().map(ManifestJson::digest).orElse(Json.NULL))
                .put("approvals", array(from.approvals(), ManifestJson::approval))
                .put("surveys", array(from.surveys(), ManifestJson::survey));
        // Manifests from before it was told have no such field, and must still have their bytes.
        if (!from.receipts().isEmpty()) {
            frame.put(RECEIPTS, array(from.receipts(), ManifestJson::receipts));
        }
        return frame.put("inputs", inputs(from.inputs()))
                .put("files", Json.array(List.of()))
                .build();
    }

    static Manifest parse(byte[] bytes) {
        Manifest manifest;
        try {
            manifest = read(new Fields(JsonText.parse(bytes)));
        } catch (JsonFault fault) {
            throw new SealFault("不是有效的 JSON（第 " + fault.line() + " 行）", fault);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException fault) {
            throw new SealFault("内容不合规：" + fault.getMessage(), fault);
        }
        if (!Arrays.equals(manifest.toBytes(), bytes)) {
            throw new SealFault("不是规范形式的 JSON，或含有未知字段");
        }
        return manifest;
    }

    private static Manifest read(Fields fields) {
        if (!fields.text("format").equals(FORMAT)) {
            throw new SealFault("格式应为 " + FORMAT);
        }
        var provenance = new Provenance(
                fields.text("site"),
                fields.bool("demonstration"),
                fields.date("asOf"),
                fields.list("approvals", ManifestJson::readApproval),
                fields.list("surveys", ManifestJson::readSurvey),
                fields.optional(RECEIPTS).isPresent() ? fields.list(RECEIPTS, ManifestJson::readReceipts) : List.of(),
                fields.digests("inputs"));
        return new Manifest(
                Math.toIntExact(fields.number("sequence")),
                fields.optional("previous")
                        .map(Fields::new)
                        .map(previous -> new Manifest.Previous(previous.digest("manifest"), previous.digest("chain"))),
                provenance,
                fields.date("expires"),
                fields.optional("key").map(key -> Digest.parse(Fields.text(key, "key"))),
                fields.list(
                        "files", file -> new FileEntry(file.text("path"), file.number("size"), file.digest("sha256"))));
    }

    private static Json previous(Manifest.Previous previous) {
        return Json.object()
                .put("manifest", previous.manifest().toString())
                .put("chain", previous.chain().toString())
                .build();
    }

    private static Json approval(Provenance.PlaceApproval approval) {
        return Json.object()
                .put("round", approval.round())
                .put("place", approval.place())
                .put("decisions", array(approval.decisions(), ManifestJson::decision))
                .build();
    }

    private static Json decision(Provenance.DecisionEntry decision) {
        return Json.object()
                .put("kind", decision.kind())
                .put("body", decision.body())
                .put("document", decision.document())
                .put("date", decision.date().toString())
                .put("digest", decision.digest().toString())
                .build();
    }

    private static Provenance.PlaceApproval readApproval(Fields approval) {
        return new Provenance.PlaceApproval(
                approval.text("round"),
                approval.text("place"),
                approval.list(
                        "decisions",
                        decision -> new Provenance.DecisionEntry(
                                decision.text("kind"),
                                decision.text("body"),
                                decision.text("document"),
                                decision.date("date"),
                                decision.digest("digest"))));
    }

    private static Json survey(Provenance.SurveyCount count) {
        return Json.object()
                .put("round", count.round())
                .put("place", count.place())
                .put("audience", count.audience())
                .put("mode", count.mode())
                .put("invited", count.invited())
                .put("responded", count.responded().map(Json::of).orElse(Json.NULL))
                .build();
    }

    private static Provenance.SurveyCount readSurvey(Fields count) {
        return new Provenance.SurveyCount(
                count.text("round"),
                count.text("place"),
                count.text("audience"),
                count.text("mode"),
                count.number("invited"),
                count.optional("responded").map(n -> Fields.number(n, "responded")));
    }

    private static Json receipts(Provenance.SurveyReceipts receipts) {
        return Json.object()
                .put("round", receipts.round())
                .put("count", receipts.count())
                .put("root", receipts.root().toString())
                .build();
    }

    private static Provenance.SurveyReceipts readReceipts(Fields receipts) {
        return new Provenance.SurveyReceipts(receipts.text("round"), receipts.number("count"), receipts.digest("root"));
    }

    private static Json inputs(Map<String, Digest> inputs) {
        Json.ObjectBuilder object = Json.object();
        inputs.forEach((path, digest) -> object.put(path, digest.toString()));
        return object.build();
    }

    private static Json digest(Digest digest) {
        return Json.of(digest.toString());
    }

    private static <T> Json array(List<T> items, Function<T, Json> write) {
        return Json.array(items.stream().map(write).toList());
    }

    /** Fields of an object, each of the type that is asked for; otherwise an IllegalArgumentException names it. */
    private record Fields(Json.Obj object) {
        Fields(Json json) {
            this(json instanceof Json.Obj obj ? obj : fail("an object was expected"));
        }

        Optional<Json> optional(String name) {
            return object.field(name);
        }

        Json field(String name) {
            return object.field(name).orElseGet(() -> fail("missing field " + name));
        }

        String text(String name) {
            return text(field(name), name);
        }

        long number(String name) {
            return number(field(name), name);
        }

        boolean bool(String name) {
            return field(name) instanceof Json.Bool bool ? bool.value() : fail(name + " must be true or false");
        }

        LocalDate date(String name) {
            return LocalDate.parse(text(name));
        }

        Digest digest(String name) {
            return Digest.parse(text(name));
        }

        <T> List<T> list(String name, Function<Fields, T> read) {
            Json.Arr items = field(name) instanceof Json.Arr array ? array : fail(name + " must be an array");
            return items.items().stream()
                    .map(item -> read.apply(new Fields(item)))
                    .toList();
        }

        Map<String, Digest> digests(String name) {
            Map<String, Digest> digests = new LinkedHashMap<>();
            var entries = new Fields(field(name));
            entries.object().fields().keySet().forEach(key -> digests.put(key, entries.digest(key)));
            return digests;
        }

        static String text(Json value, String name) {
            return value instanceof Json.Str text ? text.value() : fail(name + " must be a text");
        }

        static long number(Json value, String name) {
            BigDecimal number = value instanceof Json.Num num ? num.value() : fail(name + " must be a number");
            if (number.scale() > 0 || number.precision() - number.scale() > 18) {
                return fail(name + " must be a whole number");
            }
            return number.longValueExact();
        }

        private static <T> T fail(String message) {
            throw new IllegalArgumentException(message);
        }
    }
}
