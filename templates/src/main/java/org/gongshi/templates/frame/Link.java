package org.gongshi.templates.frame;

import org.gongshi.evaluation.Require;

/**
 * A link (链接).
 *
 * @param text what the reader sees
 * @param path path within the site from its root, such as {@code 2025/index.html#scores}, or a complete address
 */
public record Link(String text, String path) {
    public Link {
        Require.text(text, "text");
        Require.text(path, "path");
    }
}
