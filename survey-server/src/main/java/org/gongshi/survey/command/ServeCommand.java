package org.gongshi.survey.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey serve}: the survey server, until it is told to stop. */
@Command(name = "serve", description = "运行调查服务，直到收到停止信号（停止时写完已收下的答卷）", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Mixin
    private OfficeOptions office;

    @Mixin
    private SiteOptions site;

    @Mixin
    private AddressOptions address;

    @Option(names = "--clue-key", paramLabel = "FILE", description = "线索箱公钥（survey clues keys 生成）；不给出则不开线索箱")
    private Path clueKey;

    private Optional<Office> former = Optional.empty();

    @Override
    public Integer call() throws Exception {
        address.require(spec);
        if (options.isOffice()) {
            throw new ParameterException(spec.commandLine(), "办公室的文件夹用 gongshi office --home 启动");
        }
        var desk = new Desk(options);
        Integer code = Desk.DONE;
        // Ends with the process, or with a fault; where the console asks for it, it begins anew with the content as it
        // is then.
        while (code == Desk.DONE) {
            code = Desk.guarded(spec.commandLine().getErr(), () -> serve(desk));
        }
        return code;
    }

    private int serve(Desk desk) throws InterruptedException {
        SurveyFiles files = options.files();
        OfficeFolder accounts = office.folder(options);
        // A key that was made at the console, unless another is named.
        Optional<Path> clues = Optional.ofNullable(clueKey)
                .or(() -> Optional.of(accounts.cluePublicKey()).filter(Files::exists));
        var settings = address.settings(clues);
        former = new Serving(files, settings, accounts, site.program())
                .run(
                        desk,
                        RoundShelf.fixed(desk.content()),
                        former,
                        spec.commandLine().getOut());
        return Desk.DONE;
    }
}
