package org.gongshi.evaluation.picture;

import org.gongshi.evaluation.Require;

/** Why a file cannot be shown as a picture (图片问题), in Chinese: what is wrong, and how to mend it. */
public final class PictureFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String mend;

    public PictureFault(String what, String mend) {
        super(Require.text(what, "what"));
        this.mend = Require.text(mend, "mend");
    }

    static PictureFault damaged(String what) {
        return new PictureFault("图片已损坏：" + what, "请打开原图另存一份，再换上");
    }

    /** How the office mends it. */
    public String mend() {
        return mend;
    }
}
