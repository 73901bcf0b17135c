package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.survey.console.Request;
import org.gongshi.templates.survey.NoticePage;

/**
 * A form with at most one file (multipart/form-data, RFC 7578), decoded strictly in memory: the container would write files of strangers
 * to a folder of its own.
 */
record Multipart(Map<String, List<String>> fields, Optional<Request.Upload> file) {
    static final Multipart NONE = new Multipart(Map.of(), Optional.empty());
    /** Bytes of the longest form: a workbook of every place and indicator has some hundred thousand. */
    static final int LONGEST = 6_000_000;

    private static final int MOST_PARTS = 50;
    private static final Pattern TYPE =
            Pattern.compile("multipart/form-data;\\s*boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:\\s*form-data;\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
    private static final byte[] BLANK = {'\r', '\n', '\r', '\n'};

    Multipart {
        fields = Map.copyOf(fields);
        Objects.requireNonNull(file, "file");
    }

    static boolean isOne(Context ctx) {
        String type = ctx.header("Content-Type");
        return type != null && type.startsWith("multipart/form-data");
    }

    static Multipart read(Context ctx) {
        Matcher type = TYPE.matcher(ctx.header("Content-Type"));
        if (!type.matches()) {
            throw Strict.unreadable();
        }
        try {
            byte[] body = ctx.bodyInputStream().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new Refusal(413, NoticePage.Kind.TOO_LARGE);
            }
            return parse(body, ("--" + type.group(1)).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Multipart parse(byte[] body, byte[] boundary) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Optional<Request.Upload> file = Optional.empty();
        int at = find(body, boundary, 0);
        for (int parts = 0; at >= 0 && !isEnd(body, at + boundary.length); parts++) {
            int from = at + boundary.length + 2;
            int next = find(body, boundary, from);
            int head = find(body, BLANK, from);
            if (next < 0 || head < 0 || head > next || parts >= MOST_PARTS) {
                throw Strict.unreadable();
            }
            // A line break belongs to the boundary that follows it.
            byte[] content = Arrays.copyOfRange(body, head + BLANK.length, Math.max(head + BLANK.length, next - 2));
            String headers = Strict.utf8(Arrays.copyOfRange(body, from, head));
            Matcher name = NAME.matcher(headers);
            Matcher named = FILE.matcher(headers);
            if (!name.find()) {
                throw Strict.unreadable();
            }
            if (named.find()) {
                file = content.length == 0 ? file : Optional.of(new Request.Upload(named.group(1), content));
            } else {
                fields.computeIfAbsent(name.group(1), absent -> new ArrayList<>())
                        .add(Strict.utf8(content));
            }
            at = next;
        }
        if (at < 0) {
            throw Strict.unreadable();
        }
        return new Multipart(fields, file);
    }

    private static boolean isEnd(byte[] body, int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
