package org.gongshi.generator.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.generator.seal.Manifest;
import org.gongshi.generator.seal.Published;

/** What a person should look at after a build; nothing of it changes a byte of the site. */
final class BuildWarnings {
    /** 政府信息公开条例第二十六条：自该政府信息形成之日起20个工作日内公开 */
    static final int WORKING_DAYS = 20;

    private BuildWarnings() {}

    static List<Finding> of(PublishedContent content, Published published, LocalDate today) {
        List<Finding> warnings = new ArrayList<>();
        content.rounds().forEach(round -> round.reports().forEach(report -> late(report, warnings)));
        Manifest release = published.release();
        if (release.key().isEmpty()) {
            boolean before = published.previous().flatMap(Manifest::key).isPresent();
            warnings.add(
                    warning(before ? "本次发布没有签名，而上一次有签名" : "本次发布没有签名", "用 keys new 生成密钥，再用 --key 签名；没有签名，公众无法确认是谁发布的"));
        }
        published.previous().ifPresent(previous -> compare(previous, release, warnings));
        if (today.isAfter(release.expires())) {
            warnings.add(warning(
                    "截至日期 " + release.provenance().asOf() + " 太早，本次发布已于 " + release.expires() + " 过期",
                    "verify 会报告过期；请更新 site.yaml 的 asOf 或用 --as-of"));
        }
        return warnings;
    }

    private static void compare(Manifest previous, Manifest release, List<Finding> warnings) {
        if (release.provenance().asOf().isBefore(previous.provenance().asOf())) {
            warnings.add(warning(
                    "截至日期 " + release.provenance().asOf() + " 早于上一次发布的 "
                            + previous.provenance().asOf(),
                    "请核对 --as-of"));
        }
        boolean bothSigned = previous.key().isPresent() && release.key().isPresent();
        if (bothSigned && !previous.key().equals(release.key())) {
            warnings.add(warning("签名密钥与上一次发布不同", "更换密钥须另行公布新的指纹"));
        }
    }

    private static void late(ApprovedReport report, List<Finding> warnings) {
        long days = workingDays(report.approval().date(), report.publishedOn());
        if (days > WORKING_DAYS) {
            warnings.add(Finding.warning(
                    Location.of(report.dossier().subject().toString()),
                    "批准（" + report.approval().date() + "）到发布（" + report.publishedOn() + "）相隔 " + days + " 个工作日，超过 "
                            + WORKING_DAYS + " 个",
                    "工作日只扣除周末，没有扣除法定节假日"));
        }
    }

    /** Days from Monday to Friday after the first date, up to and with the second. */
    static long workingDays(LocalDate from, LocalDate to) {
        return from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
    }

    private static Finding warning(String message, String hint) {
        return Finding.warning(Location.of("."), message, hint);
    }
}
