package org.gongshi.survey.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.evaluation.picture.PictureFile;

/** What a person sees of files that come and go (改动对照): a text line by line, a picture by its size. */
final class ChangedFiles {
    private ChangedFiles() {}

    /** The picture that a file is; empty for every other file. */
    static Optional<Picture> picture(byte[] bytes) {
        try {
            return Optional.of(PictureFile.read(bytes).picture());
        } catch (PictureFault other) {
            return Optional.empty();
        }
    }

    /** The lines that go and come. */
    static List<String> diff(Optional<byte[]> before, Optional<byte[]> after) {
        if (before.flatMap(ChangedFiles::picture).isEmpty()
                && after.flatMap(ChangedFiles::picture).isEmpty()) {
            return TextDiff.of(lines(before), lines(after));
        }
        return Stream.concat(said("−", before), said("+", after)).toList();
    }

    private static Stream<String> said(String sign, Optional<byte[]> bytes) {
        return bytes.flatMap(ChangedFiles::picture).stream()
                .map(picture -> sign + " 1  图片 " + picture.kind() + "，" + picture.width() + "×" + picture.height()
                        + " 像素，" + (picture.size() + 999) / 1_000 + " KB");
    }

    private static List<String> lines(Optional<byte[]> bytes) {
        return bytes.stream()
                .flatMap(text -> new String(text, StandardCharsets.UTF_8).lines())
                .toList();
    }
}
