package org.gongshi.generator.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.Manifest;
import org.gongshi.generator.seal.PublicSealKey;
import org.gongshi.generator.seal.SealFault;
import org.gongshi.generator.seal.SealPaths;

/** Whether the checksums bear the signature of the office's key. */
final class SignatureCheck {
    private final SiteSource source;
    private final Expectation expectation;
    private final List<Fault> faults;
    private final List<String> notes;

    SignatureCheck(SiteSource source, Expectation expectation, List<Fault> faults, List<String> notes) {
        this.source = source;
        this.expectation = expectation;
        this.faults = faults;
        this.notes = notes;
    }

    /** The fingerprint of the key whose signature holds; otherwise a fault, or a note when the release claims no signature. */
    Optional<Digest> check(byte[] checksums, Optional<Manifest> manifest) {
        Reading signature = Reading.of(source, SealPaths.SIGNATURE);
        boolean unsigned = manifest.filter(m -> m.key().isEmpty()).isPresent();
        if (unsigned && signature instanceof Reading.Absent) {
            return unsigned();
        }
        if (unsigned) {
            faults.add(new Fault(FaultKind.EXTRA, SealPaths.SIGNATURE, "清单说没有签名，却有签名文件"));
        }
        if (!(signature instanceof Reading.Bytes bytes)) {
            faults.add(new Fault(FaultKind.MISSING, SealPaths.SIGNATURE, "找不到签名，无法确认是谁发布的"));
            return Optional.empty();
        }
        return key().flatMap(key -> verified(key, checksums, bytes.bytes(), manifest));
    }

    private Optional<Digest> unsigned() {
        if (expectation.key().isPresent()) {
            fault("本次发布没有签名，而给定了公钥");
        } else {
            notes.add("本次发布没有签名：只能确认文件彼此一致，不能确认是谁发布的");
        }
        return Optional.empty();
    }

    private Optional<Digest> verified(
            PublicSealKey key, byte[] checksums, byte[] signature, Optional<Manifest> manifest) {
        if (manifest.flatMap(Manifest::key)
                .filter(claimed -> !claimed.equals(key.fingerprint()))
                .isPresent()) {
            fault("清单所记的公钥指纹 " + manifest.get().key().get() + " 不是所用公钥的指纹 " + key.fingerprint());
        }
        if (!key.verifies(checksums, signature)) {
            fault("签名与 SHA256SUMS 或公钥（" + key.fingerprint() + "）不符");
            return Optional.empty();
        }
        return Optional.of(key.fingerprint());
    }

    private Optional<PublicSealKey> key() {
        if (expectation.key().isPresent()) {
            return expectation.key();
        }
        if (!(Reading.of(source, SealPaths.KEY) instanceof Reading.Bytes pem)) {
            fault("没有可用的公钥：网站里找不到 key.pem，也没有给定 --public-key");
            return Optional.empty();
        }
        try {
            PublicSealKey key = PublicSealKey.parse(new String(pem.bytes(), StandardCharsets.US_ASCII));
            notes.add("公钥取自网站自身，请与主办单位另行公布的指纹核对：" + key.fingerprint());
            return Optional.of(key);
        } catch (SealFault fault) {
            fault("key.pem：" + fault.getMessage());
            return Optional.empty();
        }
    }

    private void fault(String message) {
        faults.add(new Fault(FaultKind.SIGNATURE, SealPaths.SIGNATURE, message));
    }
}
