package org.gongshi.survey.handover;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;

/**
 * A column of the pack (变量).
 *
 * @param format SPSS format, such as {@code F8.0} or {@code A6}
 * @param values labels of its values
 * @param missing value that counts as no answer; -1 for none
 */
record Variable(String name, String label, String format, Map<String, String> values, int missing) {
    Variable {
        Require.that(name.matches("[A-Za-z][A-Za-z0-9_]{0,63}"), "a name that statistical programs take: ", name);
        Require.text(label, "label");
        Require.text(format, "format");
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static Variable number(String name, String label) {
        return new Variable(name, label, "F8.0", Map.of(), -1);
    }

    static Variable text(String name, String label, int width, Map<String, String> values) {
        return new Variable(name, label, "A" + width, values, -1);
    }

    boolean isText() {
        return format.startsWith("A");
    }
}
