package org.gongshi.survey.slip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that slips are handed out as (码条文件的格式). */
public enum SlipFile {
    /** A page to print and cut, with QR codes. */
    HTML("text/html; charset=utf-8"),
    /** A page a code, to be put up: a school's code, or a room's. */
    POSTER("text/html; charset=utf-8"),
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    SlipFile(String type) {
        this.type = type;
    }

    /** How a form and a file of settings name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ending of the file's name. */
    public String ending() {
        return this == POSTER ? HTML.key() : key();
    }

    /** The media type. */
    public String type() {
        return type;
    }

    public static Optional<SlipFile> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** The whole file. */
    public byte[] bytes(SlipSheet sheet) {
        return switch (this) {
            case HTML -> SlipHtml.write(sheet).getBytes(StandardCharsets.UTF_8);
            case POSTER -> PosterHtml.write(sheet).getBytes(StandardCharsets.UTF_8);
            case CSV -> SlipCsv.write(sheet).getBytes(StandardCharsets.UTF_8);
            case XLSX -> SlipWorkbook.write(sheet);
        };
    }
}
