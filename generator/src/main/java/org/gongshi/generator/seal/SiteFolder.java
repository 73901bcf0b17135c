package org.gongshi.generator.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;

/**
 * The public folder (公开文件夹). It is a symbolic link to one complete, sealed release in {@code NAME.releases/} beside it; a new
 * release is written there, brought to the disk, and put in place by renaming a new link over the old one: at every
 * instant the public folder is one complete release. Where the file system has no links (some Windows set-ups) the folder itself
 * is renamed; between its two renames nothing is public for a moment, and a kill there is mended by the next run.
 *
 * <p>Former releases stay in {@code NAME.releases/}; leftovers of a killed run are deleted by the next. Not thread-safe; a lock
 * file keeps a second process out.
 */
public final class SiteFolder implements AutoCloseable {
    private static final String STAGING = ".staging";
    private static final String LOCK = ".lock";

    private final Path output;
    private final Path releases;
    private final Optional<Head> head;
    private final FolderSwap swap;
    private final FileChannel lock;

    private SiteFolder(Path output, Path releases, Optional<Head> head, FolderSwap swap, FileChannel lock) {
        this.output = output;
        this.releases = releases;
        this.head = head;
        this.swap = swap;
        this.lock = lock;
    }

    /** The folder, locked and clean, or the reason why it must not be touched. */
    public sealed interface Opening {
        /** Ready to be written to. */
        record Ready(SiteFolder folder) implements Opening {}

        /** Not to be touched; nothing was changed. */
        record Refused(Finding finding) implements Opening {}
    }

    public static Opening open(Path output) throws IOException {
        return open(output, FolderSwap.LINK);
    }

    static Opening open(Path output, FolderSwap swap) throws IOException {
        Path place = output.toAbsolutePath().normalize();
        if (place.getFileName() == null) {
            return new Opening.Refused(
                    Finding.error(Location.of(output.toString()), "输出位置不能是根目录", "请用 --output 指定一个文件夹"));
        }
        Path releases = releasesOf(output);
        if (!Files.isDirectory(releases)) {
            // Nothing was ever published here: what stands in the way is left alone, and nothing put beside it.
            if (OutputState.inspect(place, releases) instanceof OutputState.Foreign foreign) {
                return new Opening.Refused(foreign.finding());
            }
            Files.createDirectories(releases);
        }
        FileChannel lock =
                FileChannel.open(releases.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(lock)) {
            lock.close();
            return new Opening.Refused(Finding.error(Location.of(output.toString()), "另一个进程正在向这个文件夹发布", "请等它结束后再试"));
        }
        return opened(place, releases, swap, lock);
    }

    private static Opening opened(Path place, Path releases, FolderSwap swap, FileChannel lock) throws IOException {
        // Behind the lock: no other process publishes after this look.
        OutputState state = OutputState.inspect(place, releases);
        if (state instanceof OutputState.Foreign foreign) {
            lock.close();
            return new Opening.Refused(foreign.finding());
        }
        Optional<Head> head = state instanceof OutputState.Ours ours ? Optional.of(ours.head()) : Optional.empty();
        var folder = new SiteFolder(place, releases, head, swap, lock);
        folder.clean();
        return new Opening.Ready(folder);
    }

    /** The manifest of the release that is public now. */
    public Optional<Manifest> current() {
        return head.map(Head::manifest);
    }

    /** Where the release lies that is public now. */
    public Optional<Path> currentFolder() {
        return head.map(Head::folder);
    }

    /** Where releases lie, and notes that are never published. */
    public Path releases() {
        return releases;
    }

    /** Where the releases of a public folder lie. */
    public static Path releasesOf(Path output) {
        Path place = output.toAbsolutePath().normalize();
        return place.resolveSibling(place.getFileName() + ".releases");
    }

    /** Begins a release. */
    public ReleaseStage stage() throws IOException {
        return new ReleaseStage(releases.resolve(STAGING));
    }

    /** Takes back what was staged: nothing of it is published. */
    public void drop(ReleaseStage stage) throws IOException {
        Durable.delete(stage.folder());
    }

    /**
     * Seals what was staged and puts it before the public. When it is what stands there already, byte for byte and with the same
     * as-of date, approvals and key, no release is added to the chain.
     */
    public Published publish(ReleaseStage stage, Provenance provenance, Optional<ManifestSeal> seal)
            throws IOException {
        Optional<Digest> key = seal.map(s -> s.publicKey().fingerprint());
        if (seal.isPresent()) {
            stage.write(SealPaths.KEY, ascii(seal.get().publicKey().toPem()));
        }
        List<FileEntry> files = new ArrayList<>(stage.entries());
        seal.ifPresent(
                s -> files.add(FileEntry.of(SealPaths.KEY, ascii(s.publicKey().toPem()))));
        Optional<Head> same = head.filter(h -> isSame(h.manifest(), provenance, key, files));
        if (same.isPresent() && same.get().isIntact()) {
            Durable.delete(stage.folder());
            makePublic(same.get().folder(), same.get().folder().getFileName().toString());
            return report(same.get().manifest(), false);
        }
        Manifest manifest = same.map(Head::manifest).orElseGet(() -> Manifest.next(head, provenance, key, files));
        Head sealed = write(stage, manifest, same.map(Head::chain), seal);
        makePublic(sealed.folder(), sealed.folder().getFileName().toString());
        return report(manifest, same.isEmpty());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isSame(
            Manifest manifest, Provenance provenance, Optional<Digest> key, List<FileEntry> files) {
        Manifest again = Manifest.at(manifest.sequence(), manifest.previous(), provenance, key, files);
        return again.equals(manifest);
    }

    /** @param known the chain of a release that is only written anew, since its files were damaged */
    private Head write(ReleaseStage stage, Manifest manifest, Optional<ReleaseChain> known, Optional<ManifestSeal> seal)
            throws IOException {
        byte[] listed = manifest.toBytes();
        Digest list = Digest.of(listed);
        byte[] checksums = manifest.checksums(list).toBytes();
        Digest digest = Digest.of(checksums);
        var own =
                new ReleaseChain.Link(manifest.sequence(), manifest.provenance().asOf(), digest);
        ReleaseChain chain = known.orElseGet(
                () -> head.map(Head::chain).orElse(ReleaseChain.EMPTY).plus(own));
        stage.write(SealPaths.MANIFEST, listed);
        stage.write(SealPaths.CHECKSUMS, checksums);
        stage.write(SealPaths.CHAIN, chain.toBytes());
        if (seal.isPresent()) {
            stage.write(SealPaths.SIGNATURE, seal.get().sign(checksums));
        }
        Durable.flushAll(stage.folder());
        Path release = freeName(manifest.sequence(), digest);
        Files.move(stage.folder(), release);
        Durable.flushFolder(releases);
        return new Head(release, manifest, list, chain);
    }

    private Path freeName(int sequence, Digest digest) {
        String name = String.format("%04d-%s", sequence, digest.hex().substring(0, 12));
        Path release = releases.resolve(name);
        for (int copy = 2; Files.exists(release, LinkOption.NOFOLLOW_LINKS); copy++) {
            release = releases.resolve(name + "." + copy);
        }
        return release;
    }

    private void makePublic(Path release, String name) throws IOException {
        if (release.equals(output)) {
            return;
        }
        Optional<Path> aside = head.map(h -> aside(h));
        swap.put(release, output, releases.resolve(STAGING + "-link"), aside);
        Durable.flushFolder(output.getParent());
        PublishedMark.write(releases, name);
    }

    /** Where a public folder that is no link goes when its successor comes. */
    private Path aside(Head before) {
        return freeName(
                before.manifest().sequence(),
                before.chain().last().orElseThrow().checksums());
    }

    private Published report(Manifest manifest, boolean fresh) throws IOException {
        long seals = 0;
        long bytes = manifest.files().stream().mapToLong(FileEntry::size).sum();
        for (String name : SealPaths.MADE_BY_SEAL) {
            Path file = output.resolve(name);
            if (Files.exists(file)) {
                seals++;
                bytes += Files.size(file);
            }
        }
        Optional<Manifest> previous = fresh ? head.map(Head::manifest) : Optional.empty();
        return new Published(manifest, previous, fresh, manifest.files().size() + seals, bytes, output);
    }

    /** Takes away what a killed run left: half-written stages, and sealed releases that never went public. */
    private void clean() throws IOException {
        int last = head.map(h -> h.manifest().sequence()).orElse(0);
        Path current = head.map(Head::folder).orElse(output);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(releases)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                boolean never = PublishedMark.isReleaseName(name)
                        && PublishedMark.sequenceOf(name) >= last
                        && !child.equals(current);
                if (name.startsWith(STAGING) || never) {
                    Durable.delete(child);
                }
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
