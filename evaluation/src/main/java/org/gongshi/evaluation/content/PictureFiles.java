package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.evaluation.picture.PictureFile;
import org.gongshi.evaluation.report.ReportPicture;
import org.gongshi.evaluation.round.Subject;

/** Reads the pictures beside a report (报告图片): all of them, since all are bound by the decisions, and nothing but pictures. */
final class PictureFiles {
    private PictureFiles() {}

    /** In the order of their names. */
    static List<ReportPicture> pictures(ContentFolder folder, Subject subject, Findings findings) {
        String pictures = ContentPaths.pictures(subject);
        List<String> names = folder.list(pictures, findings).stream()
                .filter(ReportPicture::isName)
                .toList();
        List<ReportPicture> read = new ArrayList<>();
        for (String name : names) {
            folder.open(pictures + "/" + name, findings)
                    .flatMap(file -> picture(file, findings))
                    .ifPresent(picture -> read.add(new ReportPicture(name, picture)));
        }
        long together = read.stream().mapToLong(one -> one.picture().size()).sum();
        if (names.size() > ReportPicture.MOST || together > ReportPicture.LARGEST_TOGETHER) {
            findings.error(
                    Location.of(pictures),
                    "图片共 " + names.size() + " 张、" + together / 1_000 + " KB，至多 " + ReportPicture.MOST + " 张、"
                            + ReportPicture.LARGEST_TOGETHER / 1_000 + " KB",
                    "请删去不需要的图片，或在图片程序中缩小");
        }
        return read;
    }

    private static Optional<Picture> picture(SourceFile file, Findings findings) {
        try {
            PictureFile read = PictureFile.read(file.bytes());
            Picture picture = read.picture();
            Findings found = new Findings();
            check(file, read, found);
            found.sorted().forEach(findings::add);
            return found.hasErrors() ? Optional.empty() : Optional.of(picture);
        } catch (PictureFault fault) {
            findings.error(file.at(), fault.getMessage(), fault.mend());
            return Optional.empty();
        }
    }

    private static void check(SourceFile file, PictureFile read, Findings findings) {
        Picture picture = read.picture();
        if (!file.name().endsWith("." + picture.kind().ending())) {
            findings.error(
                    file.at(),
                    "文件其实是 " + picture.kind() + "，扩展名却不是 " + picture.kind().ending(),
                    "请把文件名改为以 ." + picture.kind().ending() + " 结尾，报告中的写法一并改");
        }
        if (!read.removed().isEmpty()) {
            findings.error(
                    file.at(),
                    "图片中还有图像以外的内容：" + String.join("、", read.removed()),
                    "拍摄地点、作者等会随图片公开：请用 ./gongshi import 导入这张图片，导入时会去掉");
        }
        if (picture.size() > Picture.LARGEST) {
            findings.error(
                    file.at(),
                    "图片有 " + picture.size() / 1_000 + " KB，超过 " + Picture.LARGEST / 1_000 + " KB",
                    "请缩小后再放入：照片存为 JPEG，长边 1600 像素即可");
        }
        if (Math.max(picture.width(), picture.height()) > Picture.LONGEST_EDGE) {
            findings.error(
                    file.at(),
                    "图片有 " + picture.width() + "×" + picture.height() + " 像素，长边超过 " + Picture.LONGEST_EDGE,
                    "请缩小后再放入，长边 1600 像素即可");
        }
    }
}
