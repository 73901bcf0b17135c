package org.gongshi.generator.seal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The manifest of one release (发布清单), {@code manifest.json}: canonical JSON, so that the same release has the same bytes.
 *
 * @param sequence from 1, one more than the release before
 * @param previous empty for the first release
 * @param provenance as-of date, approvals, inputs, survey counts
 * @param expires last day on which the release may be taken for the newest without asking; only the newest can expire
 * @param key fingerprint of the key that signs; empty when the release is not signed
 * @param files every file but the manifest itself, {@code SHA256SUMS}, its signature and {@code chain.txt}; sorted by path
 */
public record Manifest(
        int sequence,
        Optional<Previous> previous,
        Provenance provenance,
        LocalDate expires,
        Optional<Digest> key,
        List<FileEntry> files) {
    /** Days from the as-of date after which a release counts as expired: a year's round and a month of grace. */
    public static final int VALID_DAYS = 400;

    /** A demonstration's day stands still, and it stays what it is. */
    private static final int DEMONSTRATION_YEARS = 100;

    public Manifest {
        Require.that(sequence >= 1, "sequences count from 1: ", sequence);
        Require.that((sequence == 1) == previous.isEmpty(), "the first release alone has no previous one");
        Objects.requireNonNull(provenance, "provenance");
        Require.that(!expires.isBefore(provenance.asOf()), "expired before its as-of date");
        Objects.requireNonNull(key, "key");
        files = files.stream()
                .sorted((a, b) -> SealPaths.ORDER.compare(a.path(), b.path()))
                .toList();
        String before = "";
        for (FileEntry file : files) {
            Require.that(!before.equals(file.path()), "a file twice: ", file.path());
            before = file.path();
            Require.that(
                    SealPaths.isListed(file.path()) && !file.path().equals(SealPaths.MANIFEST),
                    "the manifest does not list ",
                    file.path());
        }
    }

    /**
     * What binds a release to all before it.
     *
     * @param manifest digest of the previous release's manifest
     * @param chain digest of {@code chain.txt} as the previous release had it
     */
    public record Previous(Digest manifest, Digest chain) {
        public Previous {
            Objects.requireNonNull(manifest, "manifest");
            Objects.requireNonNull(chain, "chain");
        }
    }

    /** The manifest of the release after {@code head}. */
    static Manifest next(Optional<Head> head, Provenance provenance, Optional<Digest> key, List<FileEntry> files) {
        return at(
                head.map(h -> h.manifest().sequence() + 1).orElse(1),
                head.map(h -> new Previous(h.digest(), h.chain().digest())),
                provenance,
                key,
                files);
    }

    static Manifest at(
            int sequence,
            Optional<Previous> previous,
            Provenance provenance,
            Optional<Digest> key,
            List<FileEntry> files) {
        return new Manifest(sequence, previous, provenance, expiry(provenance), key, files);
    }

    public byte[] toBytes() {
        return ManifestJson.bytes(this);
    }

    /** @throws SealFault when the bytes are not exactly what {@link #toBytes} writes for some manifest */
    public static Manifest parse(byte[] bytes) {
        return ManifestJson.parse(bytes);
    }

    /** The checksums of all its files and of itself. */
    public Checksums checksums() {
        return checksums(Digest.of(toBytes()));
    }

    /** @param own of {@link #toBytes}, where it is known already */
    Checksums checksums(Digest own) {
        SortedMap<String, Digest> digests = new TreeMap<>(SealPaths.ORDER);
        files.forEach(file -> digests.put(file.path(), file.digest()));
        digests.put(SealPaths.MANIFEST, own);
        return new Checksums(digests);
    }

    private static LocalDate expiry(Provenance provenance) {
        LocalDate asOf = provenance.asOf();
        return provenance.demonstration() ? asOf.plusYears(DEMONSTRATION_YEARS) : asOf.plusDays(VALID_DAYS);
    }
}
