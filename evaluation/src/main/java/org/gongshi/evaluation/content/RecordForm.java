package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.RoundKey;

/**
 * The files that a clerk writes by hand, as forms (登记表): what the site says of itself, the round's bodies, the period for objections and
 * what became of them, outcomes, corrections. What a form does not know, comments and order keep every byte.
 */
@Article({13, 14, 15})
public enum RecordForm {
    SITE(
            "site",
            List.of(
                    text("name"),
                    text("domain"),
                    text("identifier"),
                    date("asOf"),
                    text("sponsor"),
                    text("operator"),
                    text("icp"),
                    text("publicSecurity"),
                    text("contact.phone"),
                    text("contact.address"),
                    new Field("contact.email", Kind.TEXT, false),
                    text("licence"),
                    text("subjectCategory")),
            "",
            List.of()),
    ROUND(
            "round",
            List.of(
                    text("title"),
                    text("agency"),
                    text("bodies.office"),
                    text("bodies.review"),
                    text("bodies.approval")),
            "",
            List.of()),
    OBJECTIONS(
            "objections",
            List.of(date("from"), date("to"), text("channel"), text("phone"), text("address")),
            "objections",
            List.of(
                    date("received"),
                    text("about"),
                    new Field("handled", Kind.DATE, false),
                    new Field("result", Kind.TEXT, false))),
    OUTCOMES(
            "outcomes",
            List.of(),
            "outcomes",
            List.of(
                    new Field("place", Kind.PLACE, true),
                    new Field("kind", Kind.OUTCOME, true),
                    date("date"),
                    text("document"),
                    text("body"),
                    text("text"))),
    CORRECTIONS(
            "corrections",
            List.of(),
            "corrections",
            List.of(
                    date("date"),
                    new Field("page", Kind.PAGE, true),
                    text("old"),
                    text("new"),
                    text("reason"),
                    text("document")));

    private static final String SCHEMA = "# yaml-language-server: $schema=../../../../evaluation/src/main/resources/"
            + "org/gongshi/evaluation/content/schema/%s.schema.json\n";

    private final String key;
    private final List<Field> head;
    private final String list;
    private final List<Field> entry;

    RecordForm(String key, List<Field> head, String list, List<Field> entry) {
        this.key = key;
        this.head = head;
        this.list = list;
        this.entry = entry;
    }

    /** What a field holds; an outcome is one of article 14 and 15's, a page an address of the site. */
    public enum Kind {
        TEXT,
        DATE,
        PLACE,
        OUTCOME,
        PAGE
    }

    /**
     * A field.
     *
     * @param key as in the file; a group and its key are joined by a dot
     * @param needed whether it must be filled in
     */
    public record Field(String key, Kind kind, boolean needed) {
        private List<Object> at(List<Object> above) {
            List<Object> at = new ArrayList<>(above);
            if (key.contains(".")) {
                at.add(key.substring(0, key.indexOf('.')));
            }
            return at;
        }

        private String last() {
            return key.substring(key.indexOf('.') + 1);
        }

        private String literal(String value) {
            return switch (kind) {
                case DATE, OUTCOME -> value;
                case PLACE -> '"' + value + '"';
                case TEXT, PAGE -> YamlLines.text(value);
            };
        }
    }

    /**
     * What a file holds, field by field.
     *
     * @param readable false when the file is there and cannot be read as YAML: then it can only be mended as a text
     */
    public record Values(Map<String, String> head, List<Map<String, String>> entries, boolean readable) {
        public Values {
            head = Map.copyOf(head);
            entries = entries.stream().map(Map::copyOf).toList();
        }
    }

    private static Field text(String key) {
        return new Field(key, Kind.TEXT, true);
    }

    private static Field date(String key) {
        return new Field(key, Kind.DATE, true);
    }

    public static Optional<RecordForm> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** Its name in addresses and words. */
    public String key() {
        return key;
    }

    /** Fields that the file has once; may be none. */
    public List<Field> head() {
        return head;
    }

    /** Fields of each entry of the file's list; none where it has no list. */
    public List<Field> entry() {
        return entry;
    }

    /** Where the file lies. */
    public String path(RoundKey round) {
        return switch (this) {
            case SITE -> ContentPaths.SITE;
            case CORRECTIONS -> ContentPaths.CORRECTIONS;
            case ROUND -> ContentPaths.round(round);
            case OBJECTIONS -> ContentPaths.objections(round);
            case OUTCOMES -> ContentPaths.outcomes(round);
        };
    }

    /** What the file holds now; nothing where there is none. */
    public Values read(ContentFolder folder, RoundKey round) {
        Optional<SourceFile> file = folder.openIfPresent(path(round), new Findings());
        var findings = new Findings();
        Optional<YamlNode> root = file.flatMap(found -> YamlTree.read(found, findings));
        List<Map<String, String>> entries = new ArrayList<>();
        if (root.flatMap(node -> value(node, list)).orElse(null) instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> entries.add(values(entry, Optional.of(item))));
        }
        boolean readable = !folder.has(path(round)) || root.isPresent() && !findings.hasErrors();
        return new Values(values(head, root), entries, readable);
    }

    private static Map<String, String> values(List<Field> fields, Optional<YamlNode> node) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Optional<YamlNode> found = node;
            for (String step : field.key().split("\\.")) {
                found = found.flatMap(one -> value(one, step));
            }
            if (found.orElse(null) instanceof YamlNode.Scalar scalar && scalar.kind() != YamlNode.Kind.EMPTY) {
                values.put(field.key(), scalar.text());
            }
        }
        return values;
    }

    private static Optional<YamlNode> value(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping
                ? mapping.entry(key).map(YamlNode.Entry::value)
                : Optional.empty();
    }

    /** The bytes of the file with those values in its head; empty when its layout is so unusual that only an editor can change it. */
    public Optional<byte[]> withHead(ContentFolder folder, RoundKey round, Map<String, String> values) {
        return edited(
                folder,
                round,
                edit -> set(edit, List.of(), head, read(folder, round).head(), values));
    }

    /** The same with an entry: that of the number from 0, or a new one at the end. */
    public Optional<byte[]> withEntry(
            ContentFolder folder, RoundKey round, Optional<Integer> number, Map<String, String> values) {
        return edited(folder, round, edit -> {
            if (number.isPresent()) {
                Map<String, String> before = read(folder, round).entries().get(number.get());
                set(edit, List.of(list, number.get()), entry, before, values);
                return;
            }
            Map<String, String> literals = new LinkedHashMap<>();
            for (Field field : entry) {
                String value = values.getOrDefault(field.key(), "");
                if (!value.isEmpty()) {
                    literals.put(field.key(), field.literal(value));
                }
            }
            edit.add(list, literals);
        });
    }

    /** The same without that entry. */
    public Optional<byte[]> withoutEntry(ContentFolder folder, RoundKey round, int number) {
        return edited(folder, round, edit -> edit.remove(list, number));
    }

    private static void set(
            YamlEdit edit,
            List<Object> at,
            List<Field> fields,
            Map<String, String> before,
            Map<String, String> values) {
        List<String> ahead = new ArrayList<>();
        for (Field field : fields) {
            String value = values.getOrDefault(field.key(), "");
            // What stays as it was keeps its bytes, quotes included.
            if (!value.equals(before.getOrDefault(field.key(), ""))) {
                Optional<String> literal = value.isEmpty() ? Optional.empty() : Optional.of(field.literal(value));
                edit.put(field.at(at), ahead, field.last(), literal);
            }
            ahead.add(field.last());
        }
    }

    private interface Change {
        void make(YamlEdit edit);
    }

    private Optional<byte[]> edited(ContentFolder folder, RoundKey round, Change change) {
        String text = folder.openIfPresent(path(round), new Findings())
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .orElseGet(this::beginning);
        try {
            var edit = new YamlEdit(text);
            change.make(edit);
            return Optional.of(edit.text().getBytes(StandardCharsets.UTF_8));
        } catch (YamlEdit.Unusual unusual) {
            return Optional.empty();
        }
    }

    /** What a file begins with that is not there yet. */
    private String beginning() {
        String schema = SCHEMA.formatted(key);
        return list.isEmpty() ? schema : schema + list + ": []\n";
    }

    /** What the file's reader says of those bytes; the field of a finding is the file's, as {@code objections[2].handled}. */
    public List<Finding> check(ContentFolder folder, RoundKey round, byte[] bytes) {
        var file = new SourceFile(path(round), bytes);
        var findings = new Findings();
        if (this == OUTCOMES) {
            Set<PlaceCode> places = Set.copyOf(new ContentReader(folder, new Findings())
                    .round(round)
                    .map(found -> found.places())
                    .orElse(List.of()));
            OutcomeFile.outcomes(file, places, Scope.everything(), findings);
        } else {
            YamlTree.read(file, findings)
                    .flatMap(root -> Fields.of(root, findings))
                    .ifPresent(fields -> readThrough(fields, round, findings));
        }
        return findings.sorted();
    }

    private void readThrough(Fields fields, RoundKey round, Findings findings) {
        switch (this) {
            case SITE -> SiteFiles.site(fields);
            case ROUND -> RoundFiles.round(fields, round);
            case OBJECTIONS -> ObjectionFile.period(fields, findings);
            default -> {
                var corrections = fields.mappings(list, SiteFiles::correction);
                fields.build(corrections::get);
            }
        }
    }
}
