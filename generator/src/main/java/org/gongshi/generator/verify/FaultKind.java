package org.gongshi.generator.verify;

/** What can be wrong with a published site, with the exit code of {@code verify}; the lowest code of all faults counts. */
public enum FaultKind {
    /** The bytes are not those that were listed (内容被改动). */
    CHANGED(2, "已改动"),
    /** A listed file is not there (文件缺失). */
    MISSING(3, "缺失"),
    /** A file is there that nobody listed (多出文件). */
    EXTRA(4, "多出"),
    /** No signature, or one of another key or of other bytes (签名无效). */
    SIGNATURE(5, "签名"),
    /** The chain of releases does not fit (发布链不符). */
    CHAIN(6, "发布链"),
    /** An older release stands there than one that is known (回退到旧版). */
    ROLLBACK(7, "回退"),
    /** The newest release is older than it may be (已过期). */
    EXPIRED(8, "过期"),
    /** A published number differs from its recomputation (数字与重算不符). */
    NUMBER(9, "数字不符");

    private final int exitCode;
    private final String label;

    FaultKind(int exitCode, String label) {
        this.exitCode = exitCode;
        this.label = label;
    }

    public int exitCode() {
        return exitCode;
    }

    public String label() {
        return label;
    }
}
