package org.gongshi.generator.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.Measured;
import org.gongshi.generator.seal.SealPaths;

/** Every listed file against its digest, and what is there besides. */
final class FileCheck {
    private final SiteSource source;
    private final Map<String, Digest> digests;
    private final Map<String, Long> sizes;

    /**
     * @param digests what is expected, by path
     * @param sizes sizes as the manifest lists them; a file without one is read up to {@link Reading#LONGEST}
     */
    FileCheck(SiteSource source, Map<String, Digest> digests, Map<String, Long> sizes) {
        this.source = source;
        this.digests = digests;
        this.sizes = sizes;
    }

    List<Fault> faults() {
        List<Callable<Optional<Fault>>> checks = new ArrayList<>();
        digests.forEach((path, digest) -> checks.add(() -> check(path, digest)));
        List<Fault> faults = new ArrayList<>(extras());
        SideBySide.all(source, checks).forEach(found -> found.ifPresent(faults::add));
        return faults;
    }

    private Optional<Fault> check(String path, Digest expected) {
        long limit = sizes.getOrDefault(path, (long) Reading.LONGEST);
        try {
            Optional<InputStream> opened = source.open(path);
            if (opened.isEmpty()) {
                return Optional.of(new Fault(FaultKind.MISSING, path, "找不到"));
            }
            try (InputStream in = opened.get()) {
                return compare(path, expected, Measured.read(in, limit), limit);
            }
        } catch (IOException fault) {
            return Optional.of(new Fault(FaultKind.MISSING, path, "无法读取：" + Reasons.of(fault)));
        }
    }

    private static Optional<Fault> compare(String path, Digest expected, Measured found, long limit) {
        if (!found.complete()) {
            return Optional.of(new Fault(FaultKind.CHANGED, path, "比列出的 " + limit + " 字节长"));
        }
        return found.digest().equals(expected)
                ? Optional.empty()
                : Optional.of(new Fault(
                        FaultKind.CHANGED,
                        path,
                        "摘要应为 " + expected.hex() + "，实为 " + found.digest().hex()));
    }

    private List<Fault> extras() {
        if (!(source.listing() instanceof SiteSource.Listing.Known known)) {
            return List.of();
        }
        List<Fault> extras = new ArrayList<>(known.faults());
        for (String path : known.paths()) {
            if (!digests.containsKey(path) && SealPaths.isListed(path)) {
                extras.add(new Fault(FaultKind.EXTRA, path, "SHA256SUMS 没有列出它"));
            }
        }
        return extras;
    }
}
