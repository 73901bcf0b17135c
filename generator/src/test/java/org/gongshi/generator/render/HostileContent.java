package org.gongshi.generator.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.DecisionDesk;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.generator.verify.CsvTable;

/**
 * A content folder of which every text of every file can be exchanged: values of YAML and front matter, cells of CSV, texts of JSON,
 * bodies of Markdown. What is bound to the exact bytes of another file is bound anew, as an office that wrote all this would have it.
 */
final class HostileContent {
    private static final Charset UTF = StandardCharsets.UTF_8;
    private static final String WORDINGS = "languages/en.csv";
    private static final Set<String> MACHINES = Set.of("inspection-draw.json", "survey-sample.json");
    private final Path root;

    private HostileContent(Path root) {
        this.root = root;
    }

    /** A copy of a content folder. */
    static HostileContent copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target);
                }
            }
        }
        return new HostileContent(to);
    }

    static HostileContent of(Path root) {
        return new HostileContent(root);
    }

    /**
     * Every text becomes what the function makes of its field and of itself; a field is named by its file's kind and its path, as in
     * {@code findings.yaml problems[].title}, and the body of a Markdown file is the field {@code body}.
     */
    void rewrite(BinaryOperator<String> hostile) {
        files().forEach(file -> rewrite(file, hostile));
    }

    /** The same for the texts of one file. */
    void rewrite(String file, BinaryOperator<String> hostile) {
        String kind = kind(file);
        if (MACHINES.contains(kind)) {
            return;
        }
        if (file.endsWith(".yaml")) {
            write(file, yaml(kind, file, read(file), hostile));
        } else if (file.endsWith(".md")) {
            write(file, markdown(kind, file, hostile));
        } else if (file.endsWith(".json")) {
            write(file, new String(JsonText.pretty(json(kind + " ", JsonText.parse(read(file)), hostile)), UTF));
        } else if (file.endsWith(".csv")) {
            write(file, csv(kind, read(file), hostile));
        }
    }

    /** Digests of other files' bytes, and then of all that was decided on. */
    void bindAnew() {
        for (String file : files()) {
            if (file.matches("texts/[a-z-]+\\.en\\.md")) {
                write(file, read(file).replaceFirst("sha256:[0-9a-f]{64}", digest(file.replace(".en.md", ".md"))));
            } else if (file.endsWith("/results.json")) {
                String results = read(file);
                String round = file.substring(0, file.lastIndexOf('/'));
                results = results.replaceFirst(
                        "(\"plan\" : \")sha256:[0-9a-f]{64}", "$1" + digest(round + "/survey-plan.yaml"));
                for (String audience : List.of("public", "parent", "student")) {
                    results = results.replaceFirst(
                            "(\"" + audience + "\" : \")sha256:[0-9a-f]{64}",
                            "$1" + digest(round + "/questionnaires/" + audience + ".yaml"));
                }
                write(file, results);
            }
        }
        translation();
        decisions();
    }

    private void translation() {
        StringBuilder sums = new StringBuilder();
        files().stream()
                .filter(file -> file.equals(WORDINGS) || file.endsWith(".en.md"))
                .forEach(file -> sums.append(digest(file).substring("sha256:".length()))
                        .append("  ")
                        .append(file)
                        .append('\n'));
        String head = "languages/en.yaml";
        if (Files.exists(root.resolve(head))) {
            String digest = Digest.of(sums.toString().getBytes(UTF)).toString();
            write(head, read(head).replaceFirst("sha256:[0-9a-f]{64}", digest));
        }
    }

    private void decisions() {
        for (String round : files().stream()
                .filter(file -> file.endsWith("/round.yaml"))
                .map(file -> file.substring(0, file.lastIndexOf('/')))
                .toList()) {
            Map<String, String> decided = new TreeMap<>();
            files().stream()
                    .filter(file -> file.startsWith(round) && file.endsWith("/decisions.yaml"))
                    .forEach(file -> decided.put(file, read(file)));
            decided.keySet().forEach(file -> root.resolve(file).toFile().delete());
            Map<String, String> digests = digests(round);
            decided.forEach((file, text) -> write(
                    file,
                    text.replaceAll("sha256:[0-9a-f]{64}", digests.get(file.substring(0, file.lastIndexOf('/'))))));
        }
    }

    private Map<String, String> digests(String round) {
        String[] key = round.split("/");
        var request = new DecisionDesk.Request(
                new RoundKey(new EvaluationYear(Integer.parseInt(key[0])), new PlaceCode(key[1])),
                Set.of(),
                DecisionKind.REVIEW,
                body(round),
                "文",
                LocalDate.of(Integer.parseInt(key[0]), 12, 10));
        var answer = DecisionDesk.prepare(new ContentFolder(root), request);
        if (answer instanceof DecisionDesk.Answer.Ready ready) {
            Map<String, String> digests = new TreeMap<>();
            ready.decisions()
                    .forEach(one -> digests.put(
                            one.subject().toString(), one.decision().digest().toString()));
            return digests;
        }
        throw new AssertionError(((DecisionDesk.Answer.Refused) answer)
                .findings().stream()
                        .map(Finding::toLine)
                        .filter(line -> line.contains("error"))
                        .limit(20)
                        .collect(Collectors.joining("\n")));
    }

    private String body(String round) {
        YamlNode.Mapping root = (YamlNode.Mapping) tree(round + "/round.yaml", read(round + "/round.yaml"));
        YamlNode.Mapping bodies =
                (YamlNode.Mapping) root.entry("bodies").orElseThrow().value();
        return ((YamlNode.Scalar) bodies.entry("review").orElseThrow().value()).text();
    }

    private static String yaml(String kind, String file, String text, BinaryOperator<String> hostile) {
        return new String(JsonText.pretty(json(kind + " ", tree(file, text), hostile)), UTF);
    }

    private String markdown(String kind, String file, BinaryOperator<String> hostile) {
        String[] parts = read(file).split("(?m)^---\\R", 3);
        return "---\n" + yaml(kind, file, parts[1], hostile) + "---\n" + hostile.apply(kind + " body", parts[2]);
    }

    private static String csv(String kind, String text, BinaryOperator<String> hostile) {
        CsvTable table = CsvTable.parse(text.getBytes(UTF));
        StringBuilder made = new StringBuilder(String.join(",", table.columns())).append('\n');
        for (Map<String, String> row : table.rows()) {
            if (kind.equals(WORDINGS)) {
                // What the hostile text was before has its translation, too: some texts stay as they are.
                made.append(line(kind, row, (field, cell) -> cell));
            }
            made.append(line(kind, row, hostile));
        }
        return made.toString();
    }

    private static String line(String kind, Map<String, String> row, BinaryOperator<String> hostile) {
        List<String> cells = new ArrayList<>();
        row.forEach((column, cell) -> {
            String now = cell.isEmpty() ? cell : hostile.apply(kind + " " + column, cell);
            cells.add('"' + now.replace("\"", "\"\"") + '"');
        });
        return String.join(",", cells) + "\n";
    }

    private static YamlNode tree(String file, String text) {
        Findings findings = new Findings();
        return YamlTree.read(new SourceFile(file, text.getBytes(UTF)), findings)
                .orElseThrow(() -> new AssertionError(findings.sorted().toString()));
    }

    private static Json json(String path, YamlNode node, BinaryOperator<String> hostile) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Json> fields = new LinkedHashMap<>();
            mapping.entries()
                    .forEach(entry -> fields.put(entry.key(), json(below(path, entry.key()), entry.value(), hostile)));
            return new Json.Obj(fields);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return Json.array(sequence.items().stream()
                    .map(item -> json(path + "[]", item, hostile))
                    .toList());
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return switch (scalar.kind()) {
            case TEXT -> Json.of(hostile.apply(path, scalar.text()));
            case NUMBER -> Json.of(new BigDecimal(scalar.text()));
            case BOOL -> Json.of(Boolean.parseBoolean(scalar.text()));
            case EMPTY -> Json.NULL;
        };
    }

    private static Json json(String path, Json node, BinaryOperator<String> hostile) {
        if (node instanceof Json.Obj object) {
            Map<String, Json> fields = new LinkedHashMap<>();
            object.fields().forEach((key, value) -> fields.put(key, json(below(path, key), value, hostile)));
            return new Json.Obj(fields);
        }
        if (node instanceof Json.Arr array) {
            return Json.array(array.items().stream()
                    .map(item -> json(path + "[]", item, hostile))
                    .toList());
        }
        return node instanceof Json.Str text ? Json.of(hostile.apply(path, text.value())) : node;
    }

    private static String below(String path, String key) {
        return path + (path.endsWith(" ") ? "" : ".") + key;
    }

    /** The name of a file without its round, place and language of a notice: what it holds. */
    private static String kind(String file) {
        return file.replaceFirst("^[0-9]{4}/[0-9]{6}/([0-9]{6}/)?", "")
                .replaceFirst("^(texts|notices)/[^.]+", "$1/*")
                .replaceFirst("^questionnaires/[a-z]+", "questionnaires/*");
    }

    /** Paths of all files, sorted. */
    List<String> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file)).replaceFirst("^\uFEFF", "");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void write(String file, String text) {
        try {
            Files.writeString(root.resolve(file), text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String digest(String file) {
        try {
            return Digest.of(Files.readAllBytes(root.resolve(file))).toString();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
