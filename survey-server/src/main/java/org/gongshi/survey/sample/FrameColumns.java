package org.gongshi.survey.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of a frame (抽样框的表) with their headers, in English or in Chinese; a table is known by its header. */
enum FrameColumns {
    CLASSES(List.of("place", "stage", "school", "class", "students"), List.of("地区代码", "学段", "学校", "班级", "学生数")),
    ADDRESSES(List.of("place", "address"), List.of("地区代码", "住址编号"));

    private final List<String> english;
    private final List<String> chinese;

    FrameColumns(List<String> english, List<String> chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The table that a header row means, and its language: the one that has most of the names, if it has two or more. */
    static Optional<Header> of(List<String> names) {
        return Arrays.stream(values())
                .flatMap(table -> Stream.of(new Header(table, table.english), new Header(table, table.chinese)))
                .filter(header -> header.matches(names) >= 2)
                .max((left, right) -> Long.compare(left.matches(names), right.matches(names)));
    }

    /** What an office may write, for findings. */
    static String expected() {
        return String.join(",", CLASSES.chinese) + " 或 " + String.join(",", ADDRESSES.chinese) + "（或 "
                + String.join(",", CLASSES.english) + " 或 " + String.join(",", ADDRESSES.english) + "）";
    }

    List<String> english() {
        return english;
    }

    /** A table in one language. */
    record Header(FrameColumns table, List<String> names) {
        private long matches(List<String> found) {
            return names.stream().filter(found::contains).count();
        }
    }
}
