package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;

/** Text files of a content folder by their names (内容文件): never anything outside, behind a link, or of another kind. */
final class ContentFiles {
    private static final Pattern NAME = Pattern.compile(
            "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,80}/){0,6}[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,80}\\.(yaml|csv|md|json)");
    /** Files of results, samples and draws are written by the program alone, decisions by two people. */
    private static final Pattern EDITABLE = Pattern.compile("(?!(?:.*/)?decisions\\.yaml$).*\\.(yaml|csv|md)");

    private static final long LARGEST = 3_000_000;
    private static final int MOST = 3000;

    private ContentFiles() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }

    static boolean isEditable(String name) {
        return isName(name) && EDITABLE.matcher(name).matches();
    }

    /** The file of that name, where it may be shown. */
    static Optional<Path> find(Path root, String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        Path file = root.resolve(name);
        try {
            boolean inside = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(root.toRealPath())
                    && Files.size(file) <= LARGEST;
            return inside ? Optional.of(file) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Its text; signs that are no UTF-8 are shown as such. */
    static String text(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException fault) {
            throw new StoreFault("文件无法读取：" + file.getFileName(), fault);
        }
    }

    /** Where a file of that name would lie that is changed or comes new. */
    static Path target(Path root, String name) {
        Path file = root.resolve(name);
        boolean plain = isEditable(name)
                && (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        || find(root, name).isPresent());
        if (!plain) {
            throw new RoundFault("这个文件不能在这里编辑：" + name);
        }
        return file;
    }

    /** Every file that can be shown, by name. */
    static List<String> all(Path root) {
        try (Stream<Path> all = Files.walk(root, 8)) {
            return all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .map(one -> root.relativize(one).toString().replace('\\', '/'))
                    .filter(ContentFiles::isName)
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException fault) {
            throw new StoreFault("内容无法读取：" + root, fault);
        }
    }
}
