package org.gongshi.survey.slip;

import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.templates.frame.Markup;

/** The slips as one page to print on A4, eight a sheet; nothing is loaded from anywhere. */
public final class SlipHtml {
    private static final String STYLE = """
            @page { size: A4; margin: 10mm }
            body { margin: 0; font: 10pt/1.35 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #000 }
            main { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)) }
            article { box-sizing: border-box; height: 69mm; padding: 4mm; border: 0.2mm dashed #777; display: grid;
              grid-template-columns: 32mm minmax(0, 1fr); gap: 1mm 3mm; break-inside: avoid; overflow: hidden }
            svg { width: 32mm; height: 32mm }
            h2 { margin: 0; font-size: 11pt }
            p { margin: 0.6mm 0 0 }
            .code { font: bold 11pt/1.4 "Noto Sans Mono", Consolas, monospace; white-space: nowrap }
            .address { font-size: 8.5pt; word-break: break-all }
            .note { grid-column: 1 / 3; font-size: 8.5pt }
            """;

    private SlipHtml() {}

    public static String write(SlipSheet sheet) {
        var page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
        page.append(Markup.escaped(sheet.title() + " · " + sheet.kind().label() + " · 第 " + sheet.batches() + " 批"))
                .append("</title>\n<style>\n");
        page.append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        for (SlipSheet.Printing printing : sheet.printings()) {
            printing.codes().forEach(code -> slip(page, sheet, printing.batch(), code));
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void slip(StringBuilder page, SlipSheet sheet, int batch, AccessCode code) {
        page.append("<article>").append(QrSvg.of(sheet.link(code))).append("<div><h2>");
        page.append(Markup.escaped(sheet.title())).append("</h2><p>").append(Markup.escaped(sheet.about()));
        page.append("</p><p>").append(sheet.kind().label()).append("</p><p class=\"code\">");
        page.append(code.printed()).append("</p><p class=\"address\">").append(Markup.escaped(sheet.address()));
        page.append("</p></div><p class=\"note\">").append(note(sheet.kind())).append("第 ");
        page.append(batch).append(" 批</p></article>\n");
    }

    /** What a person must know who holds it in hand. */
    static String note(CodeKind kind) {
        return switch (kind) {
            case SLIP, SEAT -> "扫描二维码，或打开上面的网址输入访问码。每个访问码只能提交一次。问卷匿名，不问姓名、电话和证件号码；访问码与答卷分开保存，无法对应。";
            case SCHOOL -> "全校共用这一个码：扫描二维码，或打开上面的网址输入。每人填一份。问卷匿名，不问姓名、电话和证件号码。凭学校码填写的答卷单独统计，不计入评价得分。";
            case TEACHER -> "只给机房老师，不发给学生：在教师机上打开上面的网址，输入这个码，屏幕上会出现学生要输入的机房号。学生按机位号进入，老师看得到收到几份，看不到任何答案。";
        };
    }
}
