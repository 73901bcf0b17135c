package org.gongshi.evaluation.publication;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.report.AnnualReport;

/** The items of a disclosed document (公文要素) that an office writes: its number (文号) and its index number (索引号). */
@Article(13)
final class DocumentItems {
    private static final Pattern NUMBER = Pattern.compile("[^〔〕]{1,30}〔2\\d{3}〕\\d{1,5}号");
    private static final String NONE = "无";

    private final Findings findings;
    private final Map<String, Location> indexes = new HashMap<>();

    DocumentItems(Findings findings) {
        this.findings = findings;
    }

    /** A report that stands beside those checked before. */
    void check(DossierSource source) {
        AnnualReport report = source.dossier().report();
        if (!report.document().equals(NONE)
                && !NUMBER.matcher(report.document()).matches()) {
            findings.error(
                    source.report().at("document"), "文号“" + report.document() + "”不合格式", "写成 教督〔2025〕1号 的样子；没有文号的写 无");
        }
        Location at = source.report().at("index");
        Location first = indexes.putIfAbsent(report.index(), at);
        if (first != null) {
            findings.error(at, "索引号 " + report.index() + " 已经用于 " + first.file(), "每份公开的文件有自己的索引号");
        }
    }
}
