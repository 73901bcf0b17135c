package org.gongshi.survey.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFolder;
import picocli.CommandLine.Option;

/** Where the office's accounts and log lie. */
final class OfficeOptions {
    @Option(names = "--office", paramLabel = "DIR", description = "办公目录：账号和审计日志（默认 DATA.office，其密钥在旁边）；几轮调查可以共用")
    private Path office;

    OfficeFolder folder(FolderOptions folders) {
        return office == null ? folders.accounts() : new OfficeFolder(office);
    }

    static Office open(OfficeFolder folder) {
        return open(folder, Optional.empty());
    }

    /** @param former of the same process, closed: who was signed in stays signed in */
    static Office open(OfficeFolder folder, Optional<Office> former) {
        Office office = Office.open(folder, Clock.systemUTC(), new SecureRandom(), Office.Cost.USUAL);
        return former.map(office::after).orElse(office);
    }
}
