package org.gongshi.survey.slip;

/** A QR code as SVG. */
final class QrSvg {
    private QrSvg() {}

    static String of(String text) {
        QrPath code = QrPath.of(text);
        int size = code.size();
        return "<svg viewBox=\"0 0 " + size + " " + size + "\" role=\"img\" aria-label=\"二维码\">"
                + "<path fill=\"#fff\" d=\"M0,0h" + size + "v" + size + "h-" + size + "z\"/>"
                + "<path d=\"" + code.path() + "\"/></svg>";
    }
}
