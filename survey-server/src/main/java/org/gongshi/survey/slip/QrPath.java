package org.gongshi.survey.slip;

import io.nayuki.qrcodegen.QrCode;
import org.gongshi.evaluation.Require;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG, one unit a module.
 *
 * @param size width and height with the quiet zone of four modules
 * @param path moves and lines only
 */
public record QrPath(int size, String path) {
    private static final int QUIET = 4;

    public QrPath {
        Require.that(size > 2 * QUIET, "a QR code has modules");
        Require.text(path, "path");
    }

    public static QrPath of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPath(code.size + 2 * QUIET, path.toString());
    }
}
