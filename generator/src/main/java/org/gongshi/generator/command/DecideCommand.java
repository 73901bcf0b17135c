package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DecisionWriter;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.DecisionDesk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code decide}: binds a review, an approval or an order to publish to the digest of the exact inputs (登记决定). */
@Command(name = "decide")
final class DecideCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final String ALL = "all";
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Option(names = "--place", paramLabel = "CODE|all", required = true)
    private List<String> places;

    @Mixin
    private RoundOption round;

    @Option(names = "--kind", paramLabel = "review|approval|publication", required = true)
    private DecisionKind kind;

    @Option(names = "--body", paramLabel = "NAME", required = true)
    private String body;

    @Option(names = "--document", paramLabel = "NUMBER", required = true)
    private String document;

    @Option(names = "--date", paramLabel = "DATE", required = true)
    private LocalDate date;

    DecideCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path root = content.folder(around);
        var request = new DecisionDesk.Request(
                round.key(root), codes(), kind, text(body, "--body"), text(document, "--document"), date);
        DecisionDesk.Answer answer = DecisionDesk.prepare(new ContentFolder(root), request);
        if (answer instanceof DecisionDesk.Answer.Ready ready) {
            return write(new ContentFolder(root), ready.decisions());
        }
        return refuse(new FindingLines(((DecisionDesk.Answer.Refused) answer).findings()));
    }

    /** All new files are made before the first is put in place. */
    private int write(ContentFolder folder, List<DecisionDesk.Prepared> decisions) throws IOException {
        Findings findings = new Findings();
        DecisionWriter writer = new DecisionWriter(folder);
        Map<DecisionDesk.Prepared, byte[]> files = new LinkedHashMap<>();
        for (DecisionDesk.Prepared prepared : decisions) {
            writer.appended(prepared.subject(), prepared.decision(), findings)
                    .ifPresent(bytes -> files.put(prepared, bytes));
        }
        if (findings.hasErrors()) {
            return refuse(new FindingLines(findings.sorted()));
        }
        for (Map.Entry<DecisionDesk.Prepared, byte[]> file : files.entrySet()) {
            DecisionDesk.Prepared prepared = file.getKey();
            writer.write(prepared.subject(), file.getValue());
            around.out()
                    .println(prepared.subject() + " " + kind.key() + " "
                            + prepared.decision().digest());
        }
        return 0;
    }

    private int refuse(FindingLines lines) {
        lines.print(around.out(), spec.resourceBundle());
        around.out().println(spec.resourceBundle().getString("decide.refused"));
        return REFUSED;
    }

    private Set<PlaceCode> codes() {
        Set<PlaceCode> codes = new TreeSet<>();
        for (String place : places) {
            if (place.equals(ALL)) {
                return Set.of();
            }
            if (!PlaceCode.isValid(place)) {
                throw usage("decide.place");
            }
            codes.add(new PlaceCode(place));
        }
        return codes;
    }

    /** What is written into a file must be one line of plain text. */
    private String text(String value, String option) {
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + spec.resourceBundle().getString("decide.text"));
        }
        return value.strip();
    }

    private CommandLine.ParameterException usage(String key) {
        return new CommandLine.ParameterException(
                spec.commandLine(), spec.resourceBundle().getString(key));
    }
}
