package org.gongshi.generator.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.GateResult;
import org.gongshi.generator.incremental.BuildTally;
import org.gongshi.generator.seal.Published;

/** What a build tells of itself (生成报告): warnings, pages, bytes, days from approval to publication, the slowest template. */
final class BuildReport {
    private final GateResult.Passed passed;
    private final BuildTally tally;
    private final LocalDate today;
    private final List<Finding> more;

    /** @param more warnings about the surroundings */
    BuildReport(GateResult.Passed passed, BuildTally tally, LocalDate today, List<Finding> more) {
        this.passed = passed;
        this.tally = tally;
        this.today = today;
        this.more = List.copyOf(more);
    }

    List<Finding> warnings(Published published) {
        List<Finding> warnings = new ArrayList<>(passed.warnings());
        warnings.addAll(BuildWarnings.of(passed.content(), published, today));
        warnings.addAll(more);
        return warnings;
    }

    /** The lines that sum up. */
    List<String> lines(Published published) {
        List<String> lines = new ArrayList<>();
        String what = published.fresh() ? "第 %d 次发布" : "内容没有变化，仍是第 %d 次发布";
        lines.add(String.format(
                what + "：%d 个页面，%d 个文件，%d 字节，截至 %s，有效至 %s",
                published.release().sequence(),
                tally.pages(),
                published.files(),
                published.bytes(),
                published.release().provenance().asOf(),
                published.release().expires()));
        longest()
                .ifPresent(days ->
                        lines.add("批准到发布最长 " + days + " 个工作日（限 " + BuildWarnings.WORKING_DAYS + " 个，没有扣除法定节假日）"));
        lines.add(published.folder()
                + published.release().key().map(k -> "  签名公钥指纹 " + k).orElse(""));
        return lines;
    }

    /** What differs from run to run: it is told, and never kept. */
    List<String> effort() {
        List<String> lines = new ArrayList<>();
        slowest().ifPresent(lines::add);
        tally.documents()
                .ifPresent(documents -> lines.add("PDF 与 XLSX：新生成 " + documents.made() + " 个共 " + documents.millis()
                        + " 毫秒"
                        + (documents.reused() == 0 ? "" : "；沿用上次的 " + documents.reused() + " 个")));
        return lines;
    }

    private Optional<String> slowest() {
        return tally.slowest()
                .map(slowest -> "最慢的模板 " + slowest.template() + "：" + slowest.pages() + " 页共 " + slowest.millis()
                        + " 毫秒" + (tally.reusedPages() == 0 ? "" : "；沿用上次的页面 " + tally.reusedPages() + " 个"));
    }

    private OptionalLong longestOf(List<ApprovedReport> reports) {
        return reports.stream()
                .mapToLong(report -> BuildWarnings.workingDays(report.approval().date(), report.publishedOn()))
                .max();
    }

    private Optional<Long> longest() {
        OptionalLong days = longestOf(passed.content().rounds().stream()
                .flatMap(round -> round.reports().stream())
                .toList());
        return days.isPresent() ? Optional.of(days.getAsLong()) : Optional.empty();
    }
}
