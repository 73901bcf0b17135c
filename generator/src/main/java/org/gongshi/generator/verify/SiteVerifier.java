package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.Checksums;
import org.gongshi.generator.seal.Manifest;
import org.gongshi.generator.seal.ReleaseChain;
import org.gongshi.generator.seal.SealFault;
import org.gongshi.generator.seal.SealPaths;

/** Verifies one site; every fault is found in one run. */
public final class SiteVerifier {
    private final SiteSource source;
    private final Expectation expectation;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private SiteVerifier(SiteSource source, Expectation expectation) {
        this.source = source;
        this.expectation = expectation;
    }

    public static Verification verify(SiteSource source, Expectation expectation) {
        return new SiteVerifier(source, expectation).run();
    }

    private Verification run() {
        Optional<byte[]> checksumBytes = bytes(SealPaths.CHECKSUMS);
        Optional<Checksums> checksums =
                checksumBytes.flatMap(bytes -> parsed(SealPaths.CHECKSUMS, bytes, Checksums::parse));
        Optional<Manifest> manifest =
                bytes(SealPaths.MANIFEST).flatMap(bytes -> parsed(SealPaths.MANIFEST, bytes, Manifest::parse));
        Map<String, Digest> digests = expected(checksums, manifest);
        Map<String, Long> sizes = new HashMap<>();
        manifest.ifPresent(m -> m.files().forEach(file -> sizes.put(file.path(), file.size())));
        faults.addAll(new FileCheck(source, digests, sizes).faults());
        if (source.listing() instanceof SiteSource.Listing.Unknown unknown) {
            notes.add(unknown.why());
        }
        var signature = new SignatureCheck(source, expectation, faults, notes);
        Optional<Digest> signedBy = checksumBytes.flatMap(bytes -> signature.check(bytes, manifest));
        checkChain(checksumBytes, manifest);
        manifest.ifPresent(this::checkExpiry);
        Recount numbers = NumberCheck.of(source, digests.keySet());
        faults.addAll(numbers.faults());
        return new Verification(faults, notes, manifest, signedBy, digests.size(), numbers.count());
    }

    /** What both lists say; where they contradict each other, the signed one counts and the contradiction is told. */
    private Map<String, Digest> expected(Optional<Checksums> checksums, Optional<Manifest> manifest) {
        Map<String, Digest> digests = new TreeMap<>(SealPaths.ORDER);
        manifest.ifPresent(m -> digests.putAll(m.checksums().digests()));
        checksums.ifPresent(c -> {
            if (manifest.isPresent() && !c.digests().equals(digests)) {
                contradictions(c.digests(), digests);
            }
            digests.clear();
            digests.putAll(c.digests());
        });
        return digests;
    }

    private void contradictions(Map<String, Digest> listed, Map<String, Digest> byManifest) {
        var all = new TreeMap<>(listed);
        all.putAll(byManifest);
        for (String path : all.keySet()) {
            Digest one = listed.get(path);
            Digest other = byManifest.get(path);
            if (one == null || other == null) {
                String where = one == null ? "manifest.json" : "SHA256SUMS";
                faults.add(new Fault(FaultKind.CHANGED, path, "只有 " + where + " 列出它"));
            } else if (!one.equals(other) && !path.equals(SealPaths.MANIFEST)) {
                faults.add(new Fault(FaultKind.CHANGED, path, "manifest.json 与 SHA256SUMS 的摘要不同"));
            }
        }
    }

    private void checkChain(Optional<byte[]> checksums, Optional<Manifest> manifest) {
        Optional<ReleaseChain> chain =
                bytes(SealPaths.CHAIN).flatMap(bytes -> parsed(SealPaths.CHAIN, bytes, ReleaseChain::parse));
        chain.ifPresent(c -> faults.addAll(ChainCheck.checkKnown(c, expectation.knownHead())));
        if (chain.isPresent() && checksums.isPresent() && manifest.isPresent()) {
            faults.addAll(ChainCheck.check(manifest.get(), Digest.of(checksums.get()), chain.get()));
        }
    }

    private void checkExpiry(Manifest manifest) {
        // Only the newest release can expire; one that is known to be older is a rollback already.
        boolean newest = faults.stream().noneMatch(fault -> fault.kind() == FaultKind.ROLLBACK);
        if (newest && expectation.today().isAfter(manifest.expires())) {
            faults.add(new Fault(
                    FaultKind.EXPIRED,
                    SealPaths.MANIFEST,
                    "截至 " + manifest.provenance().asOf() + " 的发布已于 " + manifest.expires() + " 过期：可能有更新的发布没有送到"));
        }
    }

    private Optional<byte[]> bytes(String path) {
        Reading reading = Reading.of(source, path);
        if (reading instanceof Reading.Bytes read) {
            return Optional.of(read.bytes());
        }
        String why = reading instanceof Reading.Unreadable unreadable ? unreadable.why() : "找不到";
        faults.add(new Fault(FaultKind.MISSING, path, why));
        return Optional.empty();
    }

    private <T> Optional<T> parsed(String path, byte[] bytes, Function<byte[], T> parse) {
        try {
            return Optional.of(parse.apply(bytes));
        } catch (SealFault fault) {
            FaultKind kind = path.equals(SealPaths.CHAIN) ? FaultKind.CHAIN : FaultKind.CHANGED;
            faults.add(new Fault(kind, path, fault.getMessage()));
            return Optional.empty();
        }
    }
}
