package org.gongshi.survey.slip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that slips are handed out as (码条文件的格式). */
public enum SlipFile {
    /** A page to print and cut, with QR codes. */
    HTML("text/html; charset=utf-8", "html"),
    /** A page of A4 for each code, to hang up. */
    POSTER("text/html; charset=utf-8", "html"),
    CSV("text/csv; charset=utf-8", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String type;
    private final String ending;

    SlipFile(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The word in forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ending of the file's name. */
    public String ending() {
        return ending;
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
