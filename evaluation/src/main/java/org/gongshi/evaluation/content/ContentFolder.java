package org.gongshi.evaluation.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * Where each file of the content lies (内容目录), and the only way to open one. Names are relative to the folder, with
 * {@code /}. What is reached through a symbolic link that leaves the folder, what is no regular file and what is over 10 MB is
 * refused. Keeps the digest of every file it opened. Not thread-safe.
 */
public final class ContentFolder {
    /** Bytes of the largest file that is opened. */
    public static final int LARGEST_FILE = 10_000_000;

    private final Path root;
    private final Map<String, Digest> opened = new TreeMap<>();

    public ContentFolder(Path root) {
        this.root = root;
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** The path of a file by its relative name. */
    public Path path(String name) {
        return root.resolve(name);
    }

    /** Whether anything stands at that name, be it readable or not. */
    public boolean has(String name) {
        return Files.exists(path(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** The file of that name; empty, with a finding on the file, when it is missing or must not be opened. */
    public Optional<SourceFile> open(String name, Findings findings) {
        if (!has(name)) {
            missing(name, findings);
            return Optional.empty();
        }
        try {
            return read(name, findings);
        } catch (IOException fault) {
            // The reason is the system's; the clerk needs to know which file and what to look at.
            findings.error(Location.of(name), "文件无法读取", "请检查文件的读取权限，或文件是否正被其他程序占用");
            return Optional.empty();
        }
    }

    private void missing(String name, Findings findings) {
        if (Files.isDirectory(root)) {
            findings.error(Location.of(name), "缺少文件", "请按 docs/content.md 建立这个文件");
        } else {
            findings.error(Location.of(name), "没有内容目录 " + root, "用 --content 指明内容目录（其中有 site.yaml 和各年度的文件夹）");
        }
    }

    /** A file of any length, to be read piece by piece; empty, with a finding, when it is missing or must not be opened. */
    public Optional<InputStream> stream(String name, Findings findings) {
        if (!has(name)) {
            missing(name, findings);
            return Optional.empty();
        }
        if (leavesRoot(path(name)) || !Files.isRegularFile(path(name))) {
            findings.error(Location.of(name), "应为内容目录之内的文件", "请把文件本身放进内容目录");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(path(name)));
        } catch (IOException fault) {
            findings.error(Location.of(name), "文件无法读取", "请检查文件的读取权限，或文件是否正被其他程序占用");
            return Optional.empty();
        }
    }

    /** The file of that name when there is one; a missing one is no finding. */
    public Optional<SourceFile> openIfPresent(String name, Findings findings) {
        return has(name) ? open(name, findings) : Optional.empty();
    }

    /** The names (without path) of what a folder holds, sorted; none when it is absent or cannot be read. */
    public List<String> list(String folder, Findings findings) {
        Path directory = folder.isEmpty() ? root : path(folder);
        if (!Files.isDirectory(directory) || leavesRoot(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException fault) {
            findings.error(Location.of(folder.isEmpty() ? "." : folder), "目录无法读取", "请检查目录的读取权限");
            return List.of();
        }
    }

    /** Whether that name is a folder. */
    public boolean isFolder(String name) {
        return Files.isDirectory(path(name));
    }

    /** Digest of every file that was opened so far, by its name. */
    public Map<String, Digest> opened() {
        return Collections.unmodifiableMap(new TreeMap<>(opened));
    }

    private Optional<SourceFile> read(String name, Findings findings) throws IOException {
        Path path = path(name);
        if (leavesRoot(path)) {
            findings.error(Location.of(name), "符号链接指向内容目录之外", "请把文件本身放进内容目录");
            return Optional.empty();
        }
        if (!Files.isRegularFile(path)) {
            findings.error(Location.of(name), "这里应为文件，不是目录或其他", "请换成同名的文件");
            return Optional.empty();
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(path)) {
            bytes = stream.readNBytes(LARGEST_FILE + 1);
        }
        if (bytes.length > LARGEST_FILE) {
            findings.error(Location.of(name), "文件超过 10 MB", "一个内容文件至多 10 MB，得分表约合 10 万行以上：请核对有没有重复的行、别的轮次的行、过长的依据文字");
            return Optional.empty();
        }
        SourceFile file = new SourceFile(name, bytes);
        opened.put(name, file.digest());
        return Optional.of(file);
    }

    private boolean leavesRoot(Path path) {
        try {
            return !path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException dangling) {
            return true;
        }
    }
}
