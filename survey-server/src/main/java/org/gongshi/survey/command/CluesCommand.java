package org.gongshi.survey.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.clue.Clue;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.clue.ClueFault;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.clue.OfficeKey;
import org.gongshi.survey.slip.SlipCsv;
import org.gongshi.survey.store.StoreFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code survey clues}: the office's keys for the confidential box, taking sealed clues out, and opening them. */
@Command(
        name = "clues",
        description = "线索与建议箱：办公室的密钥、导出密文、在办公室的电脑上解密",
        mixinStandardHelpOptions = true,
        subcommands = {CluesCommand.Keys.class, CluesCommand.Export.class, CluesCommand.Decrypt.class})
public final class CluesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少子命令：keys、export 或 decrypt");
    }

    /** {@code survey clues keys}: a new pair; the private one is for the office's own machine. */
    @Command(name = "keys", description = "生成密钥：私钥用口令保护，由办公室保管；公钥放到服务器", mixinStandardHelpOptions = true)
    static final class Keys implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--output", required = true, paramLabel = "FILE", description = "私钥文件；公钥写到 FILE.pub，都不覆盖已有文件")
        private Path output;

        @Option(names = "--passphrase-file", paramLabel = "FILE", description = "口令所在的文件（第一行）；不给出时在终端询问")
        private Path passphraseFile;

        @Override
        public Integer call() throws IOException {
            char[] passphrase = Passphrases.fresh(spec, passphraseFile);
            Path publicFile = CluePair.publicFile(output);
            var out = spec.commandLine().getOut();
            try {
                CluePair.write(output, passphrase, new SecureRandom());
            } catch (FileAlreadyExistsException there) {
                spec.commandLine().getErr().println("错误：文件已存在，不会覆盖：" + there.getMessage());
                return Desk.REFUSED;
            }
            out.println("私钥 " + output + "（连同口令由办公室保管，不要放到服务器上；丢失后已收到的线索再也打不开）");
            out.println("公钥 " + publicFile + "（放到服务器，以 survey serve --clue-key 使用）");
            out.println("公钥指纹 " + ClueKey.read(publicFile).fingerprint());
            return Desk.DONE;
        }
    }

    /** {@code survey clues export}: the sealed clues into a file that only the office can open. */
    @Command(name = "export", description = "导出密文：可在服务运行时执行，导出的文件只有办公室能打开", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private FolderOptions options;

        @Option(names = "--output", required = true, paramLabel = "FILE", description = "导出文件，不覆盖已有文件")
        private Path output;

        @Override
        public Integer call() throws Exception {
            return new Desk(options).withExisting(spec.commandLine().getErr(), operations -> {
                int count = operations.exportClues(output);
                spec.commandLine().getOut().println("已导出密文 " + count + " 条：" + output);
                return Desk.DONE;
            });
        }
    }

    /** {@code survey clues decrypt}: on the office's own machine, without any server. */
    @Command(name = "decrypt", description = "解密：在办公室自己的电脑上，用私钥打开导出的密文", mixinStandardHelpOptions = true)
    static final class Decrypt implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", descriptionKey = "clues-file", description = "导出的密文文件")
        private Path exported;

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "私钥文件；公钥为 FILE.pub")
        private Path key;

        @Option(names = "--passphrase-file", paramLabel = "FILE", description = "口令所在的文件（第一行）；不给出时在终端询问")
        private Path passphraseFile;

        @Option(names = "--output", required = true, paramLabel = "FILE", description = "明文表格（CSV），仅本人可读，不覆盖已有文件")
        private Path output;

        @Override
        public Integer call() throws Exception {
            char[] passphrase = Passphrases.ask(spec, passphraseFile);
            try {
                OfficeKey office = OfficeKey.read(key, CluePair.publicFile(key), passphrase);
                ClueBox.Opened opened = ClueBox.open(exported, office);
                tell(opened);
                if (opened.clues().isEmpty() && opened.others() + opened.damaged() > 0) {
                    return Desk.REFUSED;
                }
                List<Clue> clues = new ArrayList<>(opened.clues());
                clues.sort(Comparator.comparing(Clue::day));
                PrivateFile.write(output, csv(clues).getBytes(StandardCharsets.UTF_8));
                spec.commandLine().getOut().println("已解密 " + clues.size() + " 条：" + output);
                return opened.damaged() > 0 ? Desk.REFUSED : Desk.DONE;
            } catch (ClueFault | StoreFault fault) {
                spec.commandLine().getErr().println("错误：" + fault.getMessage());
            } catch (FileAlreadyExistsException there) {
                spec.commandLine().getErr().println("错误：文件已存在，不会覆盖：" + there.getMessage());
            }
            return Desk.REFUSED;
        }

        private void tell(ClueBox.Opened opened) {
            if (opened.others() > 0) {
                spec.commandLine().getErr().println("注意：有 " + opened.others() + " 条线索是用另一把公钥加密的，须用当时的私钥打开");
            }
            if (opened.damaged() > 0) {
                spec.commandLine().getErr().println("错误：有 " + opened.damaged() + " 条线索已被改动或损坏，打不开");
            }
        }

        private static String csv(List<Clue> clues) {
            var text = new StringBuilder("\ufeff日期,类别,地区,内容,联系方式\r\n");
            clues.forEach(clue -> text.append(clue.day())
                    .append(',')
                    .append(clue.kind().label())
                    .append(',')
                    .append(clue.place().map(PlaceCode::value).orElse(""))
                    .append(',')
                    .append(SlipCsv.cell(clue.text()))
                    .append(',')
                    .append(SlipCsv.cell(clue.contact().orElse("")))
                    .append("\r\n"));
            return text.toString();
        }
    }
}
