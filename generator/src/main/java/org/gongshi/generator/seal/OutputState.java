package org.gongshi.generator.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;

/** What stands at the place of the public folder: only what is ours is ever touched. */
sealed interface OutputState {

    /** Nothing, or an empty folder. */
    record Vacant() implements OutputState {}

    /** A release of ours, behind our link or as a folder. */
    record Ours(Head head) implements OutputState {}

    /** Something that must stay as it is. */
    record Foreign(Finding finding) implements OutputState {}

    /** Looks, and changes nothing. */
    static OutputState inspect(Path output, Path releases) throws IOException {
        if (Files.isSymbolicLink(output)) {
            return behindLink(output, releases);
        }
        if (!Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
            return lastPublished(output, releases);
        }
        if (!Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            return foreign(output, "输出位置是一个文件，不是文件夹", "请用 --output 指定另一个文件夹");
        }
        if (isEmpty(output)) {
            return lastPublished(output, releases);
        }
        if (!Files.exists(output.resolve(SealPaths.MANIFEST))) {
            return foreign(output, "输出文件夹不是本程序生成的，里面有其他文件", "请指定一个空文件夹或新文件夹；已有文件不会被改动");
        }
        return release(output, output);
    }

    private static OutputState behindLink(Path output, Path releases) throws IOException {
        Path target = output.resolveSibling(Files.readSymbolicLink(output)).normalize();
        if (!releases.equals(target.getParent())) {
            return foreign(output, "输出位置是指向别处的符号链接：" + target, "请指定另一个文件夹，或移走这个链接");
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            return foreign(output, "链接所指的上一次发布已不存在：" + target, "请从备份恢复；若要从头开始新的发布链，请删除这个链接和 " + releases);
        }
        return release(output, target);
    }

    /** The public folder is gone, but what was published last may still lie beside it: then its chain goes on. */
    private static OutputState lastPublished(Path output, Path releases) throws IOException {
        Optional<String> name = PublishedMark.read(releases);
        if (name.isEmpty()) {
            return new Vacant();
        }
        Path folder = releases.resolve(name.get());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return foreign(output, "上一次发布的文件夹已不存在：" + folder, "请从备份恢复；若要从头开始新的发布链，请删除 " + releases);
        }
        return release(output, folder);
    }

    private static OutputState release(Path output, Path folder) throws IOException {
        Head head;
        try {
            head = Head.read(folder);
        } catch (SealFault fault) {
            return foreign(
                    output,
                    "上一次发布已被改动或不完整（" + fault.getMessage() + "），不能接在它后面发布",
                    "请用 verify 查明，再从备份恢复 " + folder + "；若要从头开始新的发布链，请把它移到别处");
        }
        Set<String> strange = strangers(head);
        if (!strange.isEmpty()) {
            return foreign(
                    output, "公开文件夹里有 " + strange.size() + " 个不是本程序生成的文件：" + sample(strange), "它们不会出现在新的发布里；请先移走");
        }
        return new Ours(head);
    }

    /** Folders are looked into side by side; no file is: there are as many folders as pages. */
    private static Set<String> strangers(Head head) throws IOException {
        Set<String> known = new HashSet<>(SealPaths.MADE_BY_SEAL);
        head.manifest().files().forEach(file -> known.add(file.path()));
        Set<String> folders = new HashSet<>(Set.of(""));
        known.forEach(path -> {
            String above = above(path);
            while (folders.add(above)) {
                above = above(above);
            }
        });
        Set<String> strange = new ConcurrentSkipListSet<>();
        try {
            folders.parallelStream().forEach(folder -> strangers(head.folder(), folder, known, folders, strange));
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
        return strange;
    }

    private static void strangers(
            Path root, String folder, Set<String> known, Set<String> folders, Set<String> strange) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                String path = folder.isEmpty() ? name : folder + "/" + name;
                boolean ours = known.contains(path)
                        || folders.contains(path) && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                if (!ours) {
                    files(root, child, strange);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException gone) {
            // What is missing is no stranger, verify tells of it; what stands in a folder's place is found in the
            // folder above.
            return;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void files(Path root, Path from, Set<String> found) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(root.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String sample(Set<String> paths) {
        String first = String.join("、", paths.stream().limit(5).toList());
        return paths.size() > 5 ? first + " 等" : first;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }

    private static Foreign foreign(Path output, String message, String hint) {
        return new Foreign(Finding.error(Location.of(output.toString()), message, hint));
    }
}
