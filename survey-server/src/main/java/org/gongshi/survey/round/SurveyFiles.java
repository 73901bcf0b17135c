package org.gongshi.survey.round;

import java.nio.file.Path;
import java.util.Objects;
import org.gongshi.survey.store.DataFolder;

/**
 * The data folder and the two secrets that lie outside it.
 *
 * @param pepper destroyed at the close
 * @param rowKey kept until the raw rows are destroyed
 */
public record SurveyFiles(DataFolder folder, Path pepper, Path rowKey) {
    public SurveyFiles {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(pepper, "pepper");
        Objects.requireNonNull(rowKey, "rowKey");
        requireOutside(folder, pepper);
        requireOutside(folder, rowKey);
    }

    /** The usual places: {@code DATA.pepper} and {@code DATA.rowkey} beside the folder {@code DATA}. */
    public static SurveyFiles beside(Path data) {
        var folder = new DataFolder(data);
        return new SurveyFiles(folder, sibling(folder, ".pepper"), sibling(folder, ".rowkey"));
    }

    /** The same with a pepper elsewhere; the row key lies beside it. */
    public static SurveyFiles with(Path data, Path pepper) {
        return new SurveyFiles(new DataFolder(data), pepper, pepper.resolveSibling(pepper.getFileName() + ".rowkey"));
    }

    private static Path sibling(DataFolder folder, String ending) {
        return folder.root().resolveSibling(folder.root().getFileName() + ending);
    }

    private static void requireOutside(DataFolder folder, Path secret) {
        if (secret.toAbsolutePath().normalize().startsWith(folder.root())) {
            throw new RoundFault("密钥文件不得放在数据目录内：" + secret);
        }
    }
}
