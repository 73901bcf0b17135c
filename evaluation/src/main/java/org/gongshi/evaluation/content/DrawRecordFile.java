package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.draw.DrawOutcome;
import org.gongshi.evaluation.draw.DrawPlan;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.draw.Inspector;
import org.gongshi.evaluation.draw.PassedOver;
import org.gongshi.evaluation.draw.Roster;
import org.gongshi.evaluation.draw.Team;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;

/** {@code inspection-draw.json}, the record of a draw (抽取记录); {@code docs/draw.md} describes every field. */
public final class DrawRecordFile {
    /** Id and version of the format. */
    public static final String SCHEMA = "gongshi/draw/1";

    private static final String HINT = "抽取记录由 ./gongshi draw 写成，请勿手工修改；请换回抽取时的文件";

    private DrawRecordFile() {}

    /** The bytes of the file; equal records give equal bytes. */
    public static byte[] write(DrawRecord record) {
        return JsonText.pretty(Json.object()
                .put("schema", SCHEMA)
                .put("places", texts(record.plan().places()))
                .put("teams", record.plan().teams())
                .put("size", record.plan().size())
                .put("commitment", record.commitment().map(Digest::toString).orElse(null))
                .put("seed", record.seed().secret())
                .put("beacon", record.seed().beacon().orElse(null))
                .put("rosterFile", record.rosterFile().toString())
                .put(
                        "roster",
                        Json.array(record.roster().inspectors().stream()
                                .map(DrawRecordFile::inspector)
                                .toList()))
                .put("result", result(record.result()))
                .build());
    }

    /** The record; empty, with a finding, when the file is none. Says nothing yet of whether it can be reproduced. */
    public static Optional<DrawRecord> read(SourceFile file, Findings findings) {
        try {
            return file.text(findings).map(JsonText::parse).map(JsonCursor::of).map(DrawRecordFile::record);
        } catch (JsonFault fault) {
            findings.error(file.at(Math.max(0, fault.line()), Math.max(0, fault.column())), "不是有效的 JSON", HINT);
        } catch (ShapeFault fault) {
            findings.error(new Location(file.name(), 0, 0, fault.path()), fault.problem(), HINT);
        }
        return Optional.empty();
    }

    private static Json inspector(Inspector each) {
        return Json.object()
                .put("id", each.id())
                .put("name", each.name())
                .put("home", each.home().map(PlaceCode::value).orElse(null))
                .put("avoids", texts(each.avoids()))
                .put("group", each.group())
                .put("available", each.available())
                .build();
    }

    private static Json result(DrawOutcome.Drawn drawn) {
        return Json.object()
                .put("deals", drawn.deals())
                .put("order", texts(drawn.order()))
                .put(
                        "teams",
                        Json.array(
                                drawn.teams().stream().map(DrawRecordFile::team).toList()))
                .put(
                        "passedOver",
                        Json.array(drawn.passedOver().stream()
                                .map(DrawRecordFile::passedOver)
                                .toList()))
                .build();
    }

    private static Json team(Team team) {
        return Json.object()
                .put("number", team.number())
                .put("places", texts(team.places()))
                .put("members", texts(team.members()))
                .build();
    }

    private static Json passedOver(PassedOver each) {
        return Json.object()
                .put("seat", each.seat())
                .put("team", each.team())
                .put("inspector", each.inspector())
                .put("reason", each.reason().key())
                .build();
    }

    private static Json texts(Iterable<?> values) {
        List<Json> texts = new ArrayList<>();
        values.forEach(value -> texts.add(Json.of(value.toString())));
        return Json.array(texts);
    }

    private static DrawRecord record(JsonCursor at) {
        if (!SCHEMA.equals(at.at("schema").text())) {
            throw at.at("schema").fault("应为 " + SCHEMA);
        }
        at.only("schema", "places", "teams", "size", "commitment", "seed", "beacon", "rosterFile", "roster", "result");
        var places = codes(at.at("places"));
        int teams = at.at("teams").small();
        int size = at.at("size").small();
        var commitment = at.ifPresent("commitment").map(DrawRecordFile::digest);
        var seed = at.at("seed").text();
        var beacon = at.ifPresent("beacon").map(JsonCursor::text);
        var rosterFile = digest(at.at("rosterFile"));
        var inspectors = at.at("roster").items().map(DrawRecordFile::inspector).toList();
        var result = drawn(at.at("result"));
        return at.make(() -> new DrawRecord(
                rosterFile,
                new Roster(inspectors),
                new DrawPlan(List.copyOf(places), teams, size),
                commitment,
                new CommittedSeed(seed, beacon),
                result));
    }

    private static Inspector inspector(JsonCursor at) {
        at.only("id", "name", "home", "avoids", "group", "available");
        var id = at.at("id").text();
        var home = at.ifPresent("home").map(DrawRecordFile::code);
        var avoids = codes(at.at("avoids"));
        return at.make(() -> new Inspector(
                id, text(at.at("name")), home, new TreeSet<>(avoids), text(at.at("group")), bool(at.at("available"))));
    }

    private static DrawOutcome.Drawn drawn(JsonCursor at) {
        at.only("deals", "order", "teams", "passedOver");
        int deals = at.at("deals").small();
        var order = at.at("order").items().map(JsonCursor::text).toList();
        var teams = at.at("teams").items().map(DrawRecordFile::team).toList();
        var passedOver =
                at.at("passedOver").items().map(DrawRecordFile::passedOver).toList();
        return at.make(() -> new DrawOutcome.Drawn(teams, deals, order, passedOver));
    }

    private static Team team(JsonCursor at) {
        at.only("number", "places", "members");
        return new Team(
                at.at("number").small(),
                List.copyOf(codes(at.at("places"))),
                at.at("members").items().map(JsonCursor::text).toList());
    }

    private static PassedOver passedOver(JsonCursor at) {
        at.only("seat", "team", "inspector", "reason");
        String key = at.at("reason").text();
        for (PassedOver.Reason reason : PassedOver.Reason.values()) {
            if (reason.key().equals(key)) {
                return new PassedOver(
                        at.at("seat").small(),
                        at.at("team").small(),
                        at.at("inspector").text(),
                        reason);
            }
        }
        throw at.at("reason").fault("未知的理由");
    }

    private static Set<PlaceCode> codes(JsonCursor at) {
        return at.items().map(DrawRecordFile::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static PlaceCode code(JsonCursor at) {
        String text = at.text();
        return at.make(() -> new PlaceCode(text));
    }

    private static Digest digest(JsonCursor at) {
        String text = at.text();
        return at.make(() -> Digest.parse(text));
    }

    /** A text that may be empty. */
    private static String text(JsonCursor at) {
        if (at.value() instanceof Json.Str text) {
            return text.value();
        }
        throw at.fault("应为文字");
    }

    private static boolean bool(JsonCursor at) {
        if (at.value() instanceof Json.Bool bool) {
            return bool.value();
        }
        throw at.fault("应为 true 或 false");
    }
}
