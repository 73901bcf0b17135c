package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.Manifest;
import org.gongshi.generator.seal.ReleaseChain;
import org.gongshi.generator.seal.SealPaths;

/** Whether a release stands at the end of its chain, and the chain goes on from what was seen before. */
final class ChainCheck {
    private ChainCheck() {}

    /** @param checksums digest of the release's {@code SHA256SUMS} */
    static List<Fault> check(Manifest manifest, Digest checksums, ReleaseChain chain) {
        List<Fault> faults = new ArrayList<>();
        int sequence = manifest.sequence();
        var own = new ReleaseChain.Link(sequence, manifest.provenance().asOf(), checksums);
        Optional<ReleaseChain.Link> line = chain.link(sequence);
        if (line.isEmpty()) {
            faults.add(chainFault("缺少第 " + sequence + " 次发布（本次发布）的一行"));
            return faults;
        }
        if (!line.get().equals(own)) {
            faults.add(chainFault("第 " + sequence + " 行与本次发布不符，应为：" + own));
        }
        Digest before = chain.first(sequence - 1).digest();
        if (manifest.previous()
                .filter(previous -> !previous.chain().equals(before))
                .isPresent()) {
            faults.add(chainFault("第 " + sequence + " 行以前的各行与清单所记的摘要不符，历史被改动"));
        }
        int last = chain.links().size();
        if (last > sequence) {
            faults.add(new Fault(
                    FaultKind.ROLLBACK,
                    SealPaths.MANIFEST,
                    "网站是第 " + sequence + " 次发布，但发布链已到第 " + last + " 次：内容被换回旧版"));
        }
        return faults;
    }

    /** The chain against lines that were seen before. */
    static List<Fault> checkKnown(ReleaseChain chain, List<ReleaseChain.Link> known) {
        List<Fault> faults = new ArrayList<>();
        int last = chain.links().size();
        for (ReleaseChain.Link link : known) {
            if (link.sequence() > last) {
                faults.add(new Fault(
                        FaultKind.ROLLBACK,
                        SealPaths.CHAIN,
                        "曾见过第 " + link.sequence() + " 次发布（" + link.asOf() + "），但发布链只到第 " + last + " 次"));
            } else if (!chain.link(link.sequence()).filter(link::equals).isPresent()) {
                faults.add(chainFault("第 " + link.sequence() + " 行与曾见过的不同，应为：" + link));
            }
        }
        return faults;
    }

    private static Fault chainFault(String message) {
        return new Fault(FaultKind.CHAIN, SealPaths.CHAIN, message);
    }
}
