package org.gongshi.evaluation.content;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads each file once, so that its findings are reported once however often it is asked for. */
final class Memo<K, V> {
    private final Map<K, V> read = new HashMap<>();
    private final Function<K, V> reader;

    Memo(Function<K, V> reader) {
        this.reader = reader;
    }

    V get(K key) {
        V known = read.get(key);
        if (known == null) {
            known = reader.apply(key);
            read.put(key, known);
        }
        return known;
    }
}
