package org.gongshi.generator.word;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of a Word document (文档的各部分), found as the standard says: by the relations of the package, whatever the parts are called. XML
 * is read, and the pictures to which the document itself leads; embedded files are never unpacked.
 */
final class WordFile {
    private static final int LARGEST = 30_000_000;
    private static final long LARGEST_TOGETHER = 60_000_000;
    /** A photograph of a good camera. */
    private static final int LARGEST_PICTURE = 20_000_000;

    private static final Charset CHINESE_NAMES = Charset.forName("GB18030");

    /**
     * A relation of the main part.
     *
     * @param kind last word of its type: styles, hyperlink, image
     * @param target a part of the package, or an address outside
     */
    record Relation(String kind, String target, boolean outside) {}

    private final Map<String, Xml> parts;
    private final Map<String, byte[]> pictures;
    private final List<String> broken;
    private final String main;

    private WordFile(Map<String, Xml> parts, Map<String, byte[]> pictures, List<String> broken, String main) {
        this.parts = parts;
        this.pictures = pictures;
        this.broken = broken;
        this.main = main;
    }

    /** @throws IOException when it is no package, or too large */
    static WordFile read(byte[] bytes) throws IOException {
        Path copy = Files.createTempFile("gongshi-word", ".docx");
        try {
            Files.write(copy, bytes);
            return read(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private static WordFile read(Path copy) throws IOException {
        try (ZipFile zip = opened(copy)) {
            Map<String, Xml> parts = new HashMap<>();
            List<String> broken = new ArrayList<>();
            long together = 0;
            for (ZipEntry entry : zip.stream().toList()) {
                String name = name(entry);
                if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
                    continue;
                }
                byte[] part = inflated(zip, entry, LARGEST)
                        .orElseThrow(() -> new IOException("a part is too large: " + name));
                together += part.length;
                if (together > LARGEST_TOGETHER) {
                    throw new IOException("the parts are too large together");
                }
                try {
                    parts.put(name, XmlReader.read(part));
                } catch (IOException fault) {
                    broken.add(name);
                }
            }
            String main = main(parts);
            return new WordFile(parts, pictures(zip, relations(parts, main)), broken, main);
        }
    }

    private static String name(ZipEntry entry) {
        return entry.getName().replace('\\', '/').replaceFirst("^/", "");
    }

    /** Parts to which the document leads as pictures; one that is too large is left out, and so is what comes after too much. */
    private static Map<String, byte[]> pictures(ZipFile zip, Map<String, Relation> relations) throws IOException {
        Set<String> wanted = relations.values().stream()
                .filter(relation -> relation.kind().equals("image") && !relation.outside())
                .map(Relation::target)
                .collect(Collectors.toSet());
        Map<String, byte[]> pictures = new HashMap<>();
        long together = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            if (wanted.contains(name(entry)) && together < LARGEST_TOGETHER) {
                Optional<byte[]> picture = inflated(zip, entry, LARGEST_PICTURE);
                picture.ifPresent(bytes -> pictures.put(name(entry), bytes));
                together += picture.map(bytes -> bytes.length).orElse(LARGEST_PICTURE);
            }
        }
        return pictures;
    }

    /** Old programs write the names of parts in GBK. */
    private static ZipFile opened(Path copy) throws IOException {
        try {
            return new ZipFile(copy.toFile(), StandardCharsets.UTF_8);
        } catch (IOException names) {
            return new ZipFile(copy.toFile(), CHINESE_NAMES);
        }
    }

    /** Empty when it unfolds to more than the largest. */
    private static Optional<byte[]> inflated(ZipFile zip, ZipEntry entry, int largest) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            return Optional.of(stream.readNBytes(largest + 1)).filter(part -> part.length <= largest);
        }
    }

    private static String main(Map<String, Xml> parts) {
        return relations(parts, "").values().stream()
                .filter(relation -> relation.kind().equals("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .filter(parts::containsKey)
                .orElse("word/document.xml");
    }

    /** The relations of a part by their id. */
    private static Map<String, Relation> relations(Map<String, Xml> parts, String part) {
        int folder = part.lastIndexOf('/') + 1;
        Xml rels = parts.get(part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels");
        Map<String, Relation> relations = new HashMap<>();
        if (rels != null) {
            for (Xml one : rels.all("Relationship")) {
                boolean outside = one.attribute("TargetMode").equals("External");
                String kind = one.attribute("Type").replaceFirst(".*/", "");
                String target = one.attribute("Target");
                relations.put(
                        one.attribute("Id"),
                        new Relation(kind, outside ? target : resolved(part.substring(0, folder), target), outside));
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        try {
            String path =
                    URI.create("/" + folder).resolve(target.replace(" ", "%20")).getPath();
            return path == null ? target : path.substring(1);
        } catch (IllegalArgumentException odd) {
            return target;
        }
    }

    /** The document itself; empty when there is none that is Word's. */
    Optional<Xml> document() {
        return Optional.ofNullable(parts.get(main)).filter(root -> root.is("w:document"));
    }

    /** Whether the package is that of another program: workbook, slides. */
    boolean isOther() {
        return parts.containsKey(main) && !parts.get(main).is("w:document")
                || parts.containsKey("xl/workbook.xml")
                || parts.containsKey("ppt/presentation.xml");
    }

    boolean isMainBroken() {
        return broken.contains(main);
    }

    /** Parts that are no XML that may be read. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    Map<String, Relation> relations() {
        return relations(parts, main);
    }

    /** The relations of the part of that kind. */
    Map<String, Relation> relations(String kind) {
        return relations(parts, path(kind));
    }

    /** The part of that kind, such as styles or footnotes; by its usual name where no relation leads to it. */
    Optional<Xml> part(String kind) {
        return Optional.ofNullable(parts.get(path(kind)));
    }

    private String path(String kind) {
        return relations().values().stream()
                .filter(relation -> relation.kind().equals(kind) && !relation.outside())
                .map(Relation::target)
                .filter(parts::containsKey)
                .findFirst()
                .orElse("word/" + kind + ".xml");
    }

    /** The bytes of a picture; empty when there is none, or too large a one. */
    Optional<byte[]> picture(String path) {
        return Optional.ofNullable(pictures.get(path));
    }

    Optional<Xml> at(String path) {
        return Optional.ofNullable(parts.get(path));
    }

    /** Headers or footers, whether or not a relation leads to them. */
    List<Xml> running(String kind) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith("word/" + kind))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
