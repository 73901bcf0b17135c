package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.StoreFault;

/**
 * The inspection draw from the console (抽取检查组): the generator's {@code draw-seed} and {@code draw}, in this order. The secret seed
 * stays on the server from the commitment to the draw; the record is written once. Thread-safe.
 */
final class DrawDesk {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int LONGEST = 2_000_000;
    /** The plain form; a promise of an earlier version has it under this name, too. */
    private static final String ROSTER = "roster.csv";
    /** Holds what was uploaded, under its own name. */
    private static final String GIVEN = "given";

    private final House house;
    private final SiteProgram program;
    private final Path folder;

    DrawDesk(House house, SiteProgram program, Path folder) {
        this.house = Objects.requireNonNull(house, "house");
        this.program = Objects.requireNonNull(program, "program");
        // Another year draws anew.
        this.folder = folder.resolve(house.round().round().toString().replace('/', '-'));
    }

    /** What was promised before the draw; the first two are to be published. */
    record Promise(String commitment, String roster, int teams, int size, String person, String moment) {
        private Json.Obj json() {
            return Json.object()
                    .put("commitment", commitment)
                    .put("roster", roster)
                    .put("teams", Json.of(teams))
                    .put("size", Json.of(size))
                    .put("person", person)
                    .put("moment", moment)
                    .build();
        }

        private static Promise of(Json.Obj json) {
            return new Promise(
                    DeskFiles.text(json, "commitment"),
                    DeskFiles.text(json, "roster"),
                    number(json, "teams"),
                    number(json, "size"),
                    DeskFiles.text(json, "person"),
                    DeskFiles.text(json, "moment"));
        }
    }

    /** A team as the record has it. */
    record Team(int number, List<String> places, List<String> members) {}

    boolean hasProgram() {
        return program.runner().isPresent();
    }

    synchronized Optional<Promise> promise() {
        Path file = folder.resolve("promise.json");
        return Files.exists(file)
                ? Optional.of(Promise.of((Json.Obj) JsonText.parse(DeskFiles.read(file))))
                : Optional.empty();
    }

    Path record() {
        return house.content().root().resolve(ContentPaths.draw(house.round().round()));
    }

    boolean isDrawn() {
        return Files.exists(record());
    }

    byte[] recordBytes() {
        return DeskFiles.read(record());
    }

    /** The teams of the record, members with the names that it tells. */
    List<Team> teams() {
        var json = (Json.Obj) JsonText.parse(recordBytes());
        var names = new java.util.HashMap<String, String>();
        items(json, "roster").forEach(one -> names.put(DeskFiles.text(one, "id"), DeskFiles.text(one, "name")));
        return items((Json.Obj) json.field("result").orElseThrow(), "teams").stream()
                .map(team -> new Team(
                        number(team, "number"),
                        texts(team, "places"),
                        texts(team, "members").stream()
                                .map(id -> (id + " " + names.getOrDefault(id, "")).strip())
                                .toList()))
                .toList();
    }

    /** Makes a secret seed and the commitment to it. */
    synchronized Promise promise(String name, byte[] roster, int teams, int size, String person, String moment) {
        if (isDrawn() || promise().isPresent()) {
            throw new RoundFault("已经作出承诺，或已经抽取");
        }
        if (roster.length > LONGEST) {
            throw new RoundFault("名册过大");
        }
        try {
            // What a promise that was not kept to its end has left.
            if (Files.exists(folder)) {
                SiteFolders.remove(folder);
            }
            Files.createDirectories(folder.resolve(GIVEN));
            Files.write(folder.resolve(GIVEN).resolve(name), roster);
        } catch (IOException fault) {
            throw new StoreFault("目录无法写入：" + folder, fault);
        }
        List<String> said = run(
                "draw-seed",
                "--roster",
                folder.resolve(GIVEN).resolve(name).toString(),
                "--output",
                folder.resolve("draw.seed").toString());
        keepPlain(name);
        List<String> digests = new ArrayList<>();
        Matcher found = DIGEST.matcher(String.join("\n", said));
        while (found.find()) {
            digests.add(found.group());
        }
        if (digests.size() != 2) {
            throw new RoundFault(said);
        }
        var promise = new Promise(digests.get(0), digests.get(1), teams, size, person, moment);
        Disk.write(folder.resolve("promise.json"), JsonText.pretty(promise.json()));
        return promise;
    }

    /** The roster in its plain form, to which the promise is bound; a workbook has become one beside the seed. */
    private void keepPlain(String name) {
        Path plain = folder.resolve("draw.seed.roster.csv");
        Path from = Files.exists(plain) ? plain : folder.resolve(GIVEN).resolve(name);
        try {
            Files.copy(from, folder.resolve(ROSTER), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new StoreFault("目录无法写入：" + folder, fault);
        }
    }

    /** The roster whose digest was promised; empty before the promise. */
    synchronized Optional<byte[]> roster() {
        Path file = folder.resolve(ROSTER);
        return promise().isPresent() && Files.exists(file) ? Optional.of(DeskFiles.read(file)) : Optional.empty();
    }

    /** Draws; the generator refuses a second time, and a seed that is not what was promised. */
    synchronized void draw(String beacon) {
        Promise promise = promise().orElseThrow(() -> new RoundFault("还没有作出承诺"));
        String seed = new String(DeskFiles.read(folder.resolve("draw.seed")), StandardCharsets.UTF_8).strip();
        List<String> arguments = new ArrayList<>(List.of("draw"));
        arguments.addAll(house.generatorOptions());
        arguments.addAll(List.of(
                "--roster",
                folder.resolve(ROSTER).toString(),
                "--teams",
                Integer.toString(promise.teams()),
                "--size",
                Integer.toString(promise.size()),
                "--seed",
                seed,
                "--commitment",
                promise.commitment()));
        if (!beacon.isEmpty()) {
            arguments.addAll(List.of("--beacon", beacon));
        }
        run(arguments.toArray(String[]::new));
    }

    /** Takes the commitment back, before a draw: a line of the log tells it. */
    synchronized Promise withdraw() {
        Promise promise = promise().orElseThrow(() -> new RoundFault("没有可以撤回的承诺"));
        if (isDrawn()) {
            throw new RoundFault("已经抽取，不能撤回");
        }
        SiteFolders.remove(folder);
        return promise;
    }

    private List<String> run(String... arguments) {
        List<String> said = new ArrayList<>();
        try {
            int code = program.runner()
                    .orElseThrow(() -> new RoundFault("找不到生成程序"))
                    .run(said::add, arguments);
            if (code != 0) {
                throw new RoundFault(said.isEmpty() ? List.of("程序没有说明原因") : said);
            }
            return said;
        } catch (IOException fault) {
            throw new StoreFault("生成程序无法运行", fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RoundFault("服务正在停止");
        }
    }

    private static int number(Json.Obj object, String field) {
        return ((Json.Num) object.field(field).orElseThrow()).value().intValueExact();
    }

    private static List<String> texts(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow())
                .items().stream().map(one -> ((Json.Str) one).value()).toList();
    }

    private static List<Json.Obj> items(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow())
                .items().stream().map(one -> (Json.Obj) one).toList();
    }
}
