package org.gongshi.generator.incremental;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.report.ReportPicture;
import org.gongshi.generator.compose.MarkdownLinks;

/** A report's pictures against its text (报告图片核对): those that are missing, not shown, without words, not yet looked at by a person. */
final class PictureCheck {
    private final Dossier dossier;
    private final Findings findings;
    private final Set<String> shown = new HashSet<>();

    PictureCheck(Dossier dossier, Findings findings) {
        this.dossier = dossier;
        this.findings = findings;
    }

    /** @param links of the report's text */
    void check(List<MarkdownLinks.Target> links) {
        String report = ContentPaths.report(dossier.subject());
        links.stream()
                .filter(link -> link.kind() == MarkdownLinks.Kind.PICTURE)
                .forEach(link -> picture(new Location(report, link.line(), link.column(), ""), link));
        for (ReportPicture picture : dossier.report().pictures()) {
            if (!shown.contains(picture.name())) {
                findings.warning(
                        Location.of(ContentPaths.pictures(dossier.subject()) + "/" + picture.name()),
                        "报告没有用到这张图片，不会公布",
                        "请删去；要用的，在报告中写 ![图中内容](" + ContentPaths.PICTURES + "/" + picture.name() + ")");
            }
        }
        if (!shown.isEmpty() && dossier.decisions().isEmpty()) {
            findings.warning(
                    Location.of(report),
                    "报告有 " + shown.size() + " 张图片，程序看不出图中有没有人脸、姓名、号码",
                    "请人逐张看过再报请审定：未成年人的面部、证件、名单、车牌要先遮盖；审定登记之后不再提示");
        }
    }

    private void picture(Location at, MarkdownLinks.Target link) {
        String folder = ContentPaths.PICTURES + "/";
        if (!link.written().startsWith(folder)) {
            findings.warning(
                    at,
                    "图片“" + link.written() + "”不会显示，只显示它的文字说明",
                    "报告只显示自己目录里的图片：请把图片放在 " + ContentPaths.pictures(dossier.subject()) + "，写成 ![图中内容](" + folder
                            + "文件名)");
            return;
        }
        String name = link.written().substring(folder.length());
        if (dossier.report().pictures().stream().noneMatch(one -> one.name().equals(name))) {
            findings.error(
                    at,
                    "没有图片文件 " + link.written(),
                    "请把它放在 " + ContentPaths.pictures(dossier.subject()) + "（文件名只用小写字母、数字和连字符，以 .png 或 .jpg 结尾），或删去这一处");
            return;
        }
        shown.add(name);
        if (link.words().isEmpty()) {
            findings.error(at, "图片没有替代文字", "看不见图的人靠它知道图中内容：请写在 ![ 和 ] 之间");
        }
    }
}
