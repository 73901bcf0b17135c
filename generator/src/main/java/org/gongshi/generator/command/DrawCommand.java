package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DrawRecordFile;
import org.gongshi.evaluation.content.RosterFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.draw.DrawOutcome;
import org.gongshi.evaluation.draw.DrawPlan;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.draw.InspectionDraw;
import org.gongshi.evaluation.draw.Inspector;
import org.gongshi.evaluation.draw.Roster;
import org.gongshi.evaluation.draw.Team;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code draw}: draws the inspection teams of a round and writes the record (抽取检查组, 第十条). */
@Command(name = "draw")
final class DrawCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Mixin
    private RoundOption round;

    @Mixin
    private RosterOption roster;

    @Option(names = "--teams", paramLabel = "N", required = true)
    private int teams;

    @Option(names = "--size", paramLabel = "M", defaultValue = "5")
    private int size;

    @Option(names = "--seed", paramLabel = "TEXT", required = true)
    private String seed;

    @Option(names = "--beacon", paramLabel = "TEXT")
    private String beacon;

    @Option(names = "--commitment", paramLabel = "DIGEST")
    private String commitment;

    @Option(names = "--output", paramLabel = "FILE")
    private Path output;

    DrawCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path root = content.folder(around);
        RoundKey key = round.key(root);
        Findings findings = new Findings();
        Optional<SourceFile> file = roster.file(findings);
        Optional<Roster> people = file.flatMap(found -> RosterFile.read(found, new Findings()));
        Optional<Round> inspected = new ContentReader(new ContentFolder(root), findings).round(key);
        if (people.isEmpty() || inspected.isEmpty()) {
            new FindingLines(findings.sorted()).print(around.out(), spec.resourceBundle());
            return refuse("draw.refused");
        }
        if (!promised().map(seed().commitment()::equals).orElse(true)) {
            return refuse("draw.promise");
        }
        DrawPlan plan = plan(inspected.get().places());
        Path record = output == null ? root.resolve(ContentPaths.draw(key)) : output;
        return drawn(file.get().digest(), people.get(), plan, record);
    }

    private int drawn(Digest rosterFile, Roster people, DrawPlan plan, Path record) throws IOException {
        DrawOutcome outcome = InspectionDraw.draw(people, plan, seed());
        if (outcome instanceof DrawOutcome.Infeasible infeasible) {
            return infeasible(infeasible, people);
        }
        var drawn = (DrawOutcome.Drawn) outcome;
        if (Files.exists(record)) {
            // A second draw for the same round would let an office choose the teams it likes.
            around.err().println("gongshi: " + record + spec.resourceBundle().getString("draw.present"));
            return REFUSED;
        }
        Files.write(record, DrawRecordFile.write(new DrawRecord(rosterFile, people, plan, promised(), seed(), drawn)));
        print(drawn.teams(), people);
        around.out().println(spec.resourceBundle().getString("draw.record") + record);
        return 0;
    }

    private int infeasible(DrawOutcome.Infeasible infeasible, Roster people) {
        around.out()
                .println(text(
                        "draw.infeasible",
                        infeasible.seats(),
                        people.available().size(),
                        infeasible.fillable()));
        for (Team team : infeasible.lacking()) {
            around.out().println(text("draw.lacking", team.number(), joined(team.places())));
        }
        boolean sharesToBlame = infeasible.withoutShares() == infeasible.seats();
        around.out().println(spec.resourceBundle().getString(sharesToBlame ? "draw.shares" : "draw.people"));
        return refuse("draw.refused");
    }

    private void print(List<Team> drawn, Roster people) {
        var names = people.inspectors().stream().collect(Collectors.toMap(Inspector::id, Inspector::name));
        for (Team team : drawn) {
            String members = team.members().stream()
                    .map(id -> (id + " " + names.get(id)).strip())
                    .collect(Collectors.joining("、"));
            around.out().println(text("draw.team", team.number(), joined(team.places()), members));
        }
    }

    private DrawPlan plan(List<PlaceCode> places) {
        try {
            return new DrawPlan(places, teams, size);
        } catch (IllegalArgumentException refused) {
            throw new CommandLine.ParameterException(spec.commandLine(), text("draw.plan", places.size()));
        }
    }

    private Optional<Digest> promised() {
        if (commitment != null && !Digest.isValid(commitment)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("draw.digest"));
        }
        return Optional.ofNullable(commitment).map(Digest::parse);
    }

    private CommittedSeed seed() {
        if (!CommittedSeed.isLine(seed) || beacon != null && !CommittedSeed.isLine(beacon)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("draw.seed.line"));
        }
        return new CommittedSeed(seed, Optional.ofNullable(beacon));
    }

    private int refuse(String key) {
        around.out().println(spec.resourceBundle().getString(key));
        return REFUSED;
    }

    private String text(String key, Object... values) {
        return MessageFormat.format(spec.resourceBundle().getString(key), values);
    }

    private static String joined(List<PlaceCode> places) {
        return places.stream().map(PlaceCode::value).collect(Collectors.joining("、"));
    }
}
