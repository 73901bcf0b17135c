package org.gongshi.generator.verify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.Manifest;

/**
 * What came of a verification.
 *
 * @param faults sorted by kind and path
 * @param notes in Chinese: what could not be checked, and what to compare by hand
 * @param manifest when it could be read
 * @param signedBy fingerprint of the key whose signature is valid; empty when there is no valid signature
 * @param files how many files were compared with their checksums
 * @param numbers how many published numbers and words were held against their recomputation
 */
public record Verification(
        List<Fault> faults,
        List<String> notes,
        Optional<Manifest> manifest,
        Optional<Digest> signedBy,
        int files,
        int numbers) {
    public Verification {
        faults = faults.stream().sorted().distinct().toList();
        notes = List.copyOf(notes);
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(signedBy, "signedBy");
    }

    /** 0 when all is well, otherwise the lowest code of all faults. */
    public int exitCode() {
        return faults.stream().mapToInt(fault -> fault.kind().exitCode()).min().orElse(0);
    }
}
