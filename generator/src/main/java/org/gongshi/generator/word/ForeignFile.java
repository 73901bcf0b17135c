package org.gongshi.generator.word;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file really is whose name says something else (改了扩展名的文件): renaming is not saving as, and the clerk is told which of the two happened.
 *
 * @param what for example 旧版 Word 文档（.doc）
 * @param mend what to do about it
 */
public record ForeignFile(String what, String mend) {
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int BEGINNING = 512;

    /** What the bytes are, when they are no package of Office Open XML as far as one sees; empty when they may be one. */
    public static Optional<ForeignFile> of(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(new ForeignFile("空文件（0 字节）", "请重新保存或重新下载这个文件"));
        }
        if (Arrays.equals(COMPOUND, 0, COMPOUND.length, bytes, 0, Math.min(bytes.length, COMPOUND.length))) {
            return Optional.of(compound(new String(bytes, StandardCharsets.UTF_16LE)));
        }
        String begins = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (begins.startsWith("pk")) {
            return archive(begins, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return Optional.of(flat(begins));
    }

    private static ForeignFile flat(String begins) {
        if (begins.startsWith("{\\rtf")) {
            return new ForeignFile("RTF 文档", saved(".docx"));
        }
        if (begins.startsWith("%pdf")) {
            return new ForeignFile("PDF 文件", "请用制作 PDF 的原文件导入");
        }
        if (begins.startsWith("<html") || begins.startsWith("<!doctype") || begins.startsWith("mime-version")) {
            return new ForeignFile("网页", saved(".docx 或 .xlsx"));
        }
        if (begins.startsWith("<?xml") || begins.startsWith("<")) {
            return new ForeignFile("XML 文件", saved(".docx 或 .xlsx"));
        }
        boolean binary = begins.chars().anyMatch(sign -> sign < ' ' && !Character.isWhitespace(sign));
        boolean table = !binary && (begins.contains(",") || begins.contains("\t"));
        return table ? new ForeignFile("文本表格（CSV）", saved(".xlsx")) : new ForeignFile("不是 Office 文件", "请核对文件，或重新下载");
    }

    /** The container of Word, Excel and WPS until 2003, and of every file with a password since. The directory names what is in it. */
    private static ForeignFile compound(String directory) {
        if (directory.contains("EncryptedPackage")) {
            return new ForeignFile("加了打开密码的文件", "请打开它，在“文件—信息—保护文档”中去掉密码，保存后再导入");
        }
        if (directory.contains("WordDocument")) {
            return new ForeignFile("旧版 Word 或 WPS 文字文档（.doc、.wps）", saved(".docx"));
        }
        if (directory.contains("Workbook") || directory.contains("Book")) {
            return new ForeignFile("旧版 Excel 或 WPS 表格（.xls、.et）", saved(".xlsx"));
        }
        return new ForeignFile("旧版 Office 文件", saved(".docx 或 .xlsx"));
    }

    private static Optional<ForeignFile> archive(String begins, String all) {
        if (begins.contains("mimetypeapplication/vnd.oasis.opendocument")) {
            return Optional.of(new ForeignFile("LibreOffice 文档（.odt、.ods）", saved(".docx 或 .xlsx")));
        }
        if (!all.contains("PK\u0005\u0006")) {
            return Optional.of(new ForeignFile("没有传完整的文件", "请重新保存或重新下载这个文件"));
        }
        return Optional.empty();
    }

    private static String saved(String format) {
        return "只改扩展名没有用：请用 Word、Excel 或 WPS 打开它，另存为 " + format + " 后再导入";
    }
}
