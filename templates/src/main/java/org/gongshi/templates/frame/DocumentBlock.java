package org.gongshi.templates.frame;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * The heading block of a disclosed document (公文要素), in the order in which it is printed.
 *
 * @param index 索引号
 * @param category 主题分类
 * @param publisher 发布机构
 * @param document 文号, or 无
 * @param drawnUp 成文日期, not after the publication
 * @param published 发布日期: the first publication, never the day of a build
 * @param validity 有效性
 * @param source 信息来源
 */
public record DocumentBlock(
        String index,
        String category,
        String publisher,
        String document,
        LocalDate drawnUp,
        LocalDate published,
        String validity,
        String source) {
    public DocumentBlock {
        Require.text(index, "index");
        Require.text(category, "category");
        Require.text(publisher, "publisher");
        Require.text(document, "document");
        Objects.requireNonNull(drawnUp, "drawnUp");
        Objects.requireNonNull(published, "published");
        Require.that(!drawnUp.isAfter(published), "drawn up after its publication");
        Require.text(validity, "validity");
        Require.text(source, "source");
    }
}
