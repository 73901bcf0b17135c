package org.gongshi.generator.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.gongshi.evaluation.digest.Digest;

/**
 * The release that stands before the public, to which the next one is chained.
 *
 * @param folder where its files lie
 * @param digest of the manifest's bytes
 */
record Head(Path folder, Manifest manifest, Digest digest, ReleaseChain chain) {
    Head {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(chain, "chain");
    }

    /**
     * Reads what binds a release together; its pages are not read.
     *
     * @throws SealFault when manifest, checksums and chain do not belong together
     */
    static Head read(Path folder) throws IOException {
        byte[] manifestBytes = bytes(folder, SealPaths.MANIFEST);
        byte[] checksumBytes = bytes(folder, SealPaths.CHECKSUMS);
        Manifest manifest = Manifest.parse(manifestBytes);
        Digest digest = Digest.of(manifestBytes);
        ReleaseChain chain = ReleaseChain.parse(bytes(folder, SealPaths.CHAIN));
        ReleaseChain.Link own =
                new ReleaseChain.Link(manifest.sequence(), manifest.provenance().asOf(), Digest.of(checksumBytes));
        if (!Arrays.equals(checksumBytes, manifest.checksums(digest).toBytes())) {
            throw new SealFault("SHA256SUMS 与 manifest.json 不一致");
        }
        if (!chain.last().filter(own::equals).isPresent()) {
            throw new SealFault("chain.txt 的最后一行与本次发布不一致");
        }
        Digest before = chain.first(manifest.sequence() - 1).digest();
        if (manifest.previous().filter(p -> !p.chain().equals(before)).isPresent()) {
            throw new SealFault("chain.txt 以前的各行已被改动");
        }
        return new Head(folder, manifest, digest, chain);
    }

    /** Whether every byte of the release is still as it was sealed. */
    boolean isIntact() throws IOException {
        for (Map.Entry<String, Digest> file :
                manifest.checksums(digest).digests().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            try (InputStream in = Files.newInputStream(path)) {
                if (!Measured.read(in, Long.MAX_VALUE).digest().equals(file.getValue())) {
                    return false;
                }
            }
        }
        return manifest.key().isEmpty() || isSigned();
    }

    private boolean isSigned() throws IOException {
        PublicSealKey key = PublicSealKey.parse(Files.readString(folder.resolve(SealPaths.KEY)));
        Path signature = folder.resolve(SealPaths.SIGNATURE);
        return Files.isRegularFile(signature)
                && key.verifies(bytes(folder, SealPaths.CHECKSUMS), Files.readAllBytes(signature));
    }

    private static byte[] bytes(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new SealFault("缺少 " + name);
        }
        return Files.readAllBytes(file);
    }
}
