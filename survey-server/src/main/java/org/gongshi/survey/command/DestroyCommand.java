package org.gongshi.survey.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.access.DocumentSignature;
import org.gongshi.survey.upkeep.Destruction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey destroy}: the raw rows of a released survey, when they have been kept long enough; leaves a proof. */
@Command(name = "destroy", description = "到期销毁：保存期满后销毁原始答卷、密钥和指明的备份，留下销毁证明（须两人，不可撤销）", mixinStandardHelpOptions = true)
public final class DestroyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Option(names = "--by", required = true, paramLabel = "A", description = "经办人（岗位或姓名）")
    private String by;

    @Option(names = "--confirmed-by", required = true, paramLabel = "B", description = "监销人，不得与经办人相同")
    private String confirmedBy;

    @Option(names = "--proof", required = true, paramLabel = "FILE", description = "销毁证明写到哪里（JSON）")
    private Path proof;

    @Option(names = "--backup", paramLabel = "FILE", description = "一并销毁的备份，可多次给出")
    private List<Path> backups = List.of();

    @Option(names = "--with-clues", description = "线索箱一并销毁（应已导出）")
    private boolean withClues;

    @Option(names = "--key", paramLabel = "FILE", description = "签名私钥（Ed25519，PKCS#8 PEM）；签名写到 FILE.ed25519")
    private Path key;

    @Option(
            names = "--retention-days",
            paramLabel = "N",
            defaultValue = "365",
            description = "调查结束后原始答卷保存的天数（默认 ${DEFAULT-VALUE}，至少 30）")
    private int retentionDays;

    @Override
    public Integer call() throws Exception {
        if (retentionDays < 30) {
            throw new ParameterException(spec.commandLine(), "--retention-days 至少为 30：" + retentionDays);
        }
        if (by.isBlank() || confirmedBy.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--by 和 --confirmed-by 不得为空");
        }
        return Desk.guarded(spec.commandLine().getErr(), this::destroy);
    }

    private int destroy() throws IOException {
        if (key != null) {
            // A key that cannot sign is told before anything is destroyed.
            DocumentSignature.sign(key, new byte[0]);
        }
        LocalDate today = LocalDate.now(Clock.systemDefaultZone());
        byte[] document = new Destruction(options.files())
                .run(new Destruction.Order(List.of(by, confirmedBy), today, retentionDays, backups, withClues));
        Files.write(proof, document);
        spec.commandLine().getOut().println("已销毁；证明 " + proof + "  " + Digest.of(document));
        if (key != null) {
            Path signature = proof.resolveSibling(proof.getFileName() + ".ed25519");
            Files.write(signature, DocumentSignature.sign(key, document));
            spec.commandLine().getOut().println("签名 " + signature);
        }
        return Desk.DONE;
    }
}
