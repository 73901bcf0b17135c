package org.gongshi.survey.console;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.publication.ContentCheck;
import org.gongshi.evaluation.site.Site;

/** What a change brings along (改动检查): findings that were not there before it. */
final class ChangeCheck {
    private ChangeCheck() {}

    /**
     * Holds a changed copy against the rules of {@code check}.
     *
     * @param today dates up to today are no fault, whatever day site.yaml still speaks of
     * @param job is told every new finding
     * @return whether none of them is an error
     */
    static boolean sound(Path before, Path after, LocalDate today, ChangeJob job) {
        Set<String> known =
                findings(before, today).stream().map(ChangeCheck::key).collect(Collectors.toSet());
        List<Finding> fresh = findings(after, today).stream()
                .filter(finding -> !known.contains(key(finding)))
                .toList();
        fresh.stream().map(ChangeCheck::told).map(Finding::toLine).forEach(job::say);
        return fresh.stream().map(ChangeCheck::told).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** 更正：改动已公布的内容，原来的审定、批准随之失效，须重新登记。这是改动的结果，不是改动的错误：重新批准之前，网站照样不能生成 */
    private static Finding told(Finding finding) {
        boolean setsAside = finding.at().file().endsWith("/decisions.yaml")
                && finding.at().field().matches("decisions\\[\\d+]\\.digest");
        // 收到异议是事实，公布已经安排了也要能登记：处理完毕之前，网站照样不能生成
        boolean objects = finding.at().file().endsWith("/objections.yaml")
                && finding.at().field().matches("objections\\[\\d+]")
                && finding.message().startsWith("公示期间的异议还没有处理");
        if (objects) {
            return Finding.warning(finding.at(), finding.message(), "处理完毕之前，不能批准，网站不能生成");
        }
        return setsAside ? Finding.warning(finding.at(), finding.message(), "写入之后请重新登记审定和批准；在此之前网站不能生成") : finding;
    }

    private static List<Finding> findings(Path root, LocalDate today) {
        Optional<LocalDate> asOf = new ContentReader(new ContentFolder(root), new Findings())
                .site()
                .map(Site::asOf)
                .filter(day -> day.isAfter(today));
        return ContentCheck.of(new ContentFolder(root), Optional.of(asOf.orElse(today)));
    }

    /** Without the line, which an edit above it moves. */
    private static String key(Finding finding) {
        return finding.severity() + " " + finding.at().file() + " " + finding.message();
    }
}
