package org.gongshi.evaluation.sampling;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/** A file of the frame (抽样框文件): its name without a folder, and the SHA-256 of its bytes. */
public record FrameFile(String name, Digest digest) {
    public FrameFile {
        Require.text(name, "name");
        Objects.requireNonNull(digest, "digest");
    }
}
