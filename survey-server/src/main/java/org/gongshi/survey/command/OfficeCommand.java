package org.gongshi.survey.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code office}: everything an office needs, in one folder and from one start (办公服务). A folder that is not there is made from the
 * starter content; what follows is done in the browser.
 */
@Command(name = "office", description = "启动办公服务：内容、各轮调查、账号、网站都在一个文件夹里，其余的事在浏览器里办", mixinStandardHelpOptions = true)
public final class OfficeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = FolderOptions.HOME + "office",
            description = "办公室的文件夹（默认为项目目录下的 office）；没有的，照 content/starter 建立")
    private Path home;

    @Mixin
    private AddressOptions address;

    private Optional<Office> former = Optional.empty();

    @Override
    public Integer call() throws Exception {
        address.require(spec);
        var folder = new OfficeHome(home);
        var content = new SurveyFolder(folder.content());
        RoundShelf shelf = RoundShelf.of(content, folder.chosen());
        Integer code = Desk.DONE;
        // Ends with the process, or with a fault: after a change of the round it goes on with the other.
        while (code == Desk.DONE) {
            code = Desk.guarded(spec.commandLine().getErr(), () -> serve(folder, content, shelf));
        }
        return code;
    }

    private int serve(OfficeHome folder, SurveyFolder content, RoundShelf shelf)
            throws IOException, InterruptedException {
        if (folder.prepare(Path.of(System.getProperty("gongshi.home", "")).resolve("content/starter"))) {
            spec.commandLine().getOut().println("已建立办公室的文件夹：" + folder.root());
        }
        RoundKey round = shelf.current();
        SurveyFiles files = SurveyFiles.beside(folder.survey(round));
        var settings = address.settings(folder.clueKey());
        former = new Serving(files, settings, folder.office(), SiteOptions.program(folder.site(), folder.siteKey()))
                .run(
                        new Desk(files, content, round),
                        shelf,
                        former,
                        spec.commandLine().getOut());
        return Desk.DONE;
    }
}
