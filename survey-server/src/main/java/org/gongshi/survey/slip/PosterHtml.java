package org.gongshi.survey.slip;

import org.gongshi.survey.access.AccessCode;
import org.gongshi.templates.frame.Markup;

/** A poster (海报) for each code, one A4 page: to hang in a school's entrance, to be scanned from two metres away. */
public final class PosterHtml {
    private static final String STYLE = """
            @page { size: A4; margin: 0 }
            body { margin: 0; font: 16pt/1.5 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #000 }
            article { box-sizing: border-box; width: 210mm; height: 296mm; padding: 18mm; text-align: center;
              display: flex; flex-direction: column; justify-content: space-between; break-after: page; overflow: hidden }
            article:last-child { break-after: auto }
            svg { width: 105mm; height: 105mm; margin: 0 auto; display: block }
            h1 { margin: 0; font-size: 30pt; line-height: 1.3 }
            p { margin: 2mm 0 }
            .about { font-size: 20pt }
            .code { font: bold 34pt/1.3 "Noto Sans Mono", Consolas, monospace; white-space: nowrap }
            .address { font-size: 18pt; word-break: break-all }
            .note { text-align: left; border-top: 0.5mm solid #000; padding-top: 4mm; font-size: 14pt }
            """;

    private PosterHtml() {}

    public static String write(SlipSheet sheet) {
        var page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
        page.append(Markup.escaped(sheet.title() + " · 海报 · 第 " + sheet.batches() + " 批"));
        page.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        for (SlipSheet.Printing printing : sheet.printings()) {
            printing.codes().forEach(code -> poster(page, sheet, printing.batch(), code));
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void poster(StringBuilder page, SlipSheet sheet, int batch, AccessCode code) {
        page.append("<article><div><h1>").append(Markup.escaped(sheet.title()));
        page.append("</h1><p class=\"about\">").append(Markup.escaped(sheet.about()));
        page.append("</p></div>").append(QrSvg.of(sheet.link(code))).append("<div><p>");
        page.append(sheet.kind().label()).append("</p><p class=\"code\">").append(code.printed());
        page.append("</p><p class=\"address\">").append(Markup.escaped(sheet.address()));
        page.append("</p></div><p class=\"note\">").append(SlipHtml.note(sheet.kind()));
        page.append("第 ").append(batch).append(" 批</p></article>\n");
    }
}
