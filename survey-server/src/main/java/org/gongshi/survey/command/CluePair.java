package org.gongshi.survey.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.gongshi.survey.clue.OfficeKey;

/** A fresh pair of keys for the box of clues (线索箱密钥) in two files, neither of which is ever overwritten. */
final class CluePair {
    private CluePair() {}

    /** Where the public key of a private one lies. */
    static Path publicFile(Path privateFile) {
        return privateFile.resolveSibling(privateFile.getFileName() + ".pub");
    }

    /**
     * Makes the pair.
     *
     * @param passphrase protects the private key
     * @throws FileAlreadyExistsException when one of the files is there
     */
    static void write(Path privateFile, char[] passphrase, SecureRandom random) throws IOException {
        Path open = publicFile(privateFile);
        if (Files.exists(open)) {
            throw new FileAlreadyExistsException(open.toString());
        }
        OfficeKey key = OfficeKey.create();
        PrivateFile.write(privateFile, key.pem(passphrase, random).getBytes(StandardCharsets.US_ASCII));
        Files.writeString(open, key.publicPem());
    }
}
