package org.gongshi.survey.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.gongshi.survey.demo.DemoFault;

/** The key of the demonstration's box of clues (演示线索箱密钥): in a real survey it is made on the office's own machine. */
record DemoClueKey(Path file, String passphrase) {
    private static final int BYTES = 16;

    static DemoClueKey make(Path file, SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String passphrase = HexFormat.of().formatHex(bits);
        try {
            CluePair.write(file, passphrase.toCharArray(), random);
            return new DemoClueKey(file, passphrase);
        } catch (IOException fault) {
            throw new DemoFault("线索箱密钥无法生成：" + file, fault);
        }
    }

    /** What the server gets. */
    Path publicFile() {
        return CluePair.publicFile(file);
    }

    String toLine() {
        return "    线索与建议箱的私钥 " + file + "，口令 " + passphrase;
    }
}
