package org.gongshi.generator.seal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The file {@code chain.txt} (发布链): append-only, one line a release, from the first release on. The manifest is bound to
 * all lines before its own by their digest; the last line is bound to {@code SHA256SUMS}, so that a valid signature covers
 * the whole chain although the chain itself is not listed among the checksums.
 */
public record ReleaseChain(List<Link> links) {
    /** The chain before the first release. */
    public static final ReleaseChain EMPTY = new ReleaseChain(List.of());

    private static final Pattern LINE =
            Pattern.compile("([1-9][0-9]{0,8}) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9a-f]{64})");

    public ReleaseChain {
        links = List.copyOf(links);
        for (int i = 0; i < links.size(); i++) {
            Require.that(links.get(i).sequence() == i + 1, "sequences count from 1 without a gap");
        }
    }

    /**
     * One release.
     *
     * @param sequence from 1
     * @param checksums digest of its {@code SHA256SUMS}
     */
    public record Link(int sequence, LocalDate asOf, Digest checksums) {
        public Link {
            Require.that(sequence >= 1, "sequences count from 1: ", sequence);
            Objects.requireNonNull(asOf, "asOf");
            Objects.requireNonNull(checksums, "checksums");
        }

        @Override
        public String toString() {
            return sequence + " " + asOf + " " + checksums.hex();
        }
    }

    public Optional<Link> last() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(links.size() - 1));
    }

    /** The release of that sequence. */
    public Optional<Link> link(int sequence) {
        return sequence >= 1 && sequence <= links.size() ? Optional.of(links.get(sequence - 1)) : Optional.empty();
    }

    /** The first so many releases. */
    public ReleaseChain first(int count) {
        return new ReleaseChain(links.subList(0, count));
    }

    public ReleaseChain plus(Link link) {
        List<Link> longer = new ArrayList<>(links);
        longer.add(link);
        return new ReleaseChain(longer);
    }

    public byte[] toBytes() {
        var text = new StringBuilder();
        links.forEach(link -> text.append(link).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public Digest digest() {
        return Digest.of(toBytes());
    }

    /** @throws SealFault when a line is malformed, missing, out of sequence or its line end is missing */
    public static ReleaseChain parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Link> links = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int number = links.size() + 1;
            if (end < 0) {
                throw new SealFault("第 " + number + " 行：缺少行尾");
            }
            links.add(link(text.substring(from, end), number));
            from = end + 1;
        }
        return new ReleaseChain(links);
    }

    /**
     * Reads lines of a chain that someone kept: any of them, in any order.
     *
     * @throws SealFault when a line is malformed, or there is none
     */
    public static List<Link> parseLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new SealFault("没有 chain.txt 的任何一行");
        }
        List<Link> links = new ArrayList<>();
        lines.forEach(line -> links.add(parse(line.strip(), links.size() + 1)));
        return links;
    }

    private static Link link(String line, int number) {
        Link link = parse(line, number);
        if (link.sequence() != number) {
            throw new SealFault("第 " + number + " 行：序号不连续");
        }
        return link;
    }

    private static Link parse(String line, int number) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new SealFault("第 " + number + " 行：应为序号、日期、64 位十六进制摘要，以一个空格分隔");
        }
        try {
            int sequence = Integer.parseInt(matcher.group(1));
            return new Link(sequence, LocalDate.parse(matcher.group(2)), new Digest(matcher.group(3)));
        } catch (DateTimeException fault) {
            throw new SealFault("第 " + number + " 行：没有这一天", fault);
        }
    }
}
