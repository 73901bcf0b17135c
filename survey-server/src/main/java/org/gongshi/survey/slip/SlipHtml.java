package org.gongshi.survey.slip;

import org.gongshi.survey.access.AccessCode;

/** The slips as one page to print on A4, eight a sheet; nothing is loaded from anywhere. */
public final class SlipHtml {
    private static final String STYLE = """
            @page { size: A4; margin: 10mm }
            body { margin: 0; font: 10.5pt/1.5 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #000 }
            main { display: grid; grid-template-columns: 1fr 1fr }
            article { box-sizing: border-box; height: 69mm; padding: 5mm; border: 0.2mm dashed #777; display: grid;
              grid-template-columns: 36mm 1fr; gap: 4mm; break-inside: avoid; overflow: hidden }
            svg { width: 36mm; height: 36mm }
            h2 { margin: 0; font-size: 11.5pt }
            p { margin: 1mm 0 0 }
            .code { font: bold 12pt/1.4 "Noto Sans Mono", Consolas, monospace; white-space: nowrap }
            .address { word-break: break-all }
            .note { grid-column: 1 / 3; font-size: 9pt }
            """;

    private SlipHtml() {}

    public static String write(SlipSheet sheet) {
        var page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
        page.append(escape(sheet.title() + " · 访问码 · 第 " + sheet.batch() + " 批"))
                .append("</title>\n<style>\n");
        page.append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        for (AccessCode code : sheet.codes()) {
            slip(page, sheet, code);
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void slip(StringBuilder page, SlipSheet sheet, AccessCode code) {
        String kind = sheet.audience().label() + "问卷 · " + sheet.place();
        String stage = sheet.stageLabel().isEmpty() ? "" : " · " + sheet.stageLabel();
        page.append("<article>").append(QrSvg.of(sheet.link(code))).append("<div><h2>");
        page.append(escape(sheet.title())).append("</h2><p>").append(escape(kind + stage));
        page.append("</p><p>访问码</p><p class=\"code\">").append(code.printed());
        page.append("</p><p class=\"address\">").append(escape(sheet.address())).append("</p></div>");
        page.append("<p class=\"note\">扫描二维码，或打开上面的网址输入访问码。每个访问码只能提交一次。" + "问卷匿名，不问姓名、电话和证件号码；访问码与答卷分开保存，无法对应。第 ");
        page.append(sheet.batch()).append(" 批</p></article>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
