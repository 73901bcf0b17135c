package org.gongshi.generator.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.evaluation.picture.PictureFile;

/** Personal data in the bytes of a file of any kind (文件扫描). */
public final class FileScan {
    /** What an archive may unfold to: more than any workbook of ours, less than a bomb. */
    static final int LARGEST_UNFOLDED = 64_000_000;

    private static final Pattern CREATOR =
            Pattern.compile("<(?:dc:creator|cp:lastModifiedBy|Manager|Company)[^>]{0,200}>([^<]{1,200})<");
    private static final Pattern PDF_AUTHOR =
            Pattern.compile("/Author\\s{0,9}(?:\\(((?:[^()\\\\]|\\\\.){1,200})\\)|<([0-9A-Fa-f\\s]{2,400})>)");
    private static final Pattern XMP_AUTHOR =
            Pattern.compile("<dc:creator>\\s{0,99}<rdf:Seq>\\s{0,99}<rdf:li[^>]{0,99}>([^<]{1,200})<");
    private static final Set<String> ARCHIVES = Set.of("xlsx", "docx", "pptx", "zip", "ods", "odt");

    private FileScan() {}

    /**
     * Everything in the file that looks like personal data.
     *
     * @param path tells the kind of the file by its ending
     * @throws IOException when an archive is broken or unfolds to more than it may
     */
    public static List<Datum> of(String path, byte[] bytes) throws IOException {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ARCHIVES.contains(ending)) {
            return archive(bytes);
        }
        return switch (ending) {
            case "jpg", "jpeg", "png", "webp", "tif", "tiff" -> image(bytes);
            case "pdf" -> pdf(bytes);
            case "woff", "woff2", "ttf", "otf", "ico" -> List.of();
            case "html" -> page(bytes);
            default -> TextScan.of(bytes);
        };
    }

    private static List<Datum> page(byte[] bytes) {
        List<Datum> found = TextScan.of(bytes);
        found.addAll(TornScan.of(bytes));
        return found;
    }

    /** A picture that can be read part by part is; in the bytes of any other, and of other kinds, marks are looked for. */
    private static List<Datum> image(byte[] bytes) {
        try {
            return PictureFile.read(bytes).removed().stream()
                    .map(part -> new Datum(DatumKind.IMAGE_METADATA, part))
                    .toList();
        } catch (PictureFault unknown) {
            return marked(bytes);
        }
    }

    private static List<Datum> marked(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Datum> found = new ArrayList<>();
        for (String mark : List.of("Exif\0\0", "eXIf", "EXIF", "http://ns.adobe.com/xap/", "tEXt", "iTXt", "zTXt")) {
            if (raw.contains(mark)) {
                found.add(new Datum(DatumKind.IMAGE_METADATA, mark.replace("\0", "")));
            }
        }
        return found;
    }

    private static List<Datum> pdf(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Datum> found = new ArrayList<>();
        Matcher author = PDF_AUTHOR.matcher(raw);
        while (author.find()) {
            found.add(new Datum(DatumKind.AUTHOR, author.group(1) == null ? author.group(2) : author.group(1)));
        }
        authors(XMP_AUTHOR.matcher(new String(bytes, StandardCharsets.UTF_8)), found);
        return found;
    }

    private static List<Datum> archive(byte[] bytes) throws IOException {
        List<Datum> found = new ArrayList<>();
        int left = LARGEST_UNFOLDED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0) {
                    throw new IOException("压缩文件展开后超过 " + LARGEST_UNFOLDED + " 字节");
                }
                if (entry.getName().startsWith("docProps/") || entry.getName().equals("meta.xml")) {
                    authors(CREATOR.matcher(new String(part, StandardCharsets.UTF_8)), found);
                }
                found.addAll(TextScan.of(part));
            }
        }
        return found;
    }

    private static void authors(Matcher matcher, List<Datum> found) {
        while (matcher.find()) {
            if (!matcher.group(1).isBlank()) {
                found.add(new Datum(DatumKind.AUTHOR, matcher.group(1).strip()));
            }
        }
    }
}
