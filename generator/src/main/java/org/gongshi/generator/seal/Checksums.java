package org.gongshi.generator.seal;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The file {@code SHA256SUMS} in the format of coreutils' {@code sha256sum}, sorted as {@code LC_ALL=C sort} sorts paths.
 *
 * @param digests by path
 */
public record Checksums(SortedMap<String, Digest> digests) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    public Checksums {
        SortedMap<String, Digest> sorted = new TreeMap<>(SealPaths.ORDER);
        sorted.putAll(digests);
        sorted.keySet().forEach(path -> {
            Require.that(SealPaths.isSafe(path), "no path of a site");
            Require.that(SealPaths.isListed(path), "not listed among the checksums: ", path);
        });
        digests = Collections.unmodifiableSortedMap(sorted);
    }

    public byte[] toBytes() {
        var text = new StringBuilder();
        for (Map.Entry<String, Digest> line : digests.entrySet()) {
            text.append(line.getValue().hex())
                    .append("  ")
                    .append(line.getKey())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws SealFault when the bytes are not exactly what {@link #toBytes} writes */
    public static Checksums parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        SortedMap<String, Digest> digests = new TreeMap<>(SealPaths.ORDER);
        int number = 0;
        String before = "";
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isEmpty() && number > 1) {
                break;
            }
            String path = path(line, number, digests);
            if (SealPaths.ORDER.compare(before, path) >= 0) {
                throw new SealFault("第 " + number + " 行：路径重复或未按字节顺序排列");
            }
            before = path;
        }
        var checksums = new Checksums(digests);
        if (!java.util.Arrays.equals(checksums.toBytes(), bytes)) {
            throw new SealFault("格式不规范（行尾、空行或编码）");
        }
        return checksums;
    }

    private static String path(String line, int number, SortedMap<String, Digest> digests) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new SealFault("第 " + number + " 行：应为 64 位十六进制摘要、两个空格、路径");
        }
        String path = matcher.group(2);
        if (!SealPaths.isSafe(path) || !SealPaths.isListed(path)) {
            throw new SealFault("第 " + number + " 行：不允许的路径");
        }
        digests.put(path, new Digest(matcher.group(1)));
        return path;
    }
}
