package org.gongshi.evaluation.content.source;

import java.util.List;

/** The YAML library's faults in the clerk's language; nothing of the source is quoted. */
final class SyntaxFault {
    static final String HINT = "请检查这一行和上一行的缩进（用空格）、冒号后的空格、引号和括号";

    private record Known(String part, String message) {}

    private static final List<Known> KNOWN = List.of(
            new Known("\\t(TAB)", "不允许用制表符（Tab）缩进"),
            new Known("mapping values are not allowed", "这里不能有冒号：文字中含冒号加空格时请加引号"),
            new Known("found duplicate key", "键重复"),
            new Known("while scanning a quoted scalar", "引号没有成对"),
            new Known("while scanning a double-quoted scalar", "双引号中的转义有误"),
            new Known("while parsing a flow", "方括号或花括号没有成对"),
            new Known("while parsing a block mapping", "缩进不一致或少了冒号"),
            new Known("while parsing a block collection", "列表的缩进不一致"),
            new Known("could not find expected ':'", "少了冒号"),
            new Known("cannot start any token", "文字以特殊字符开头，请加引号"),
            new Known("expected '<document start>'", "一个文件里有多个 YAML 文档"),
            new Known("Expected a property name", "键必须是简单的文字"),
            new Known("nesting depth", "嵌套过深"),
            new Known("special characters", "不允许的控制字符"),
            new Known("undefined alias", "不允许 YAML 别名（*）"));

    private SyntaxFault() {}

    /** Whether a quote or bracket was opened and not closed. */
    static boolean isUnclosed(String original) {
        return original != null
                && (original.contains("while scanning a quoted scalar") || original.contains("while parsing a flow"));
    }

    static String message(String original) {
        String text = original == null ? "" : original;
        return KNOWN.stream()
                .filter(known -> text.contains(known.part()))
                .map(Known::message)
                .findFirst()
                .orElse("这里不符合 YAML 的写法");
    }
}
