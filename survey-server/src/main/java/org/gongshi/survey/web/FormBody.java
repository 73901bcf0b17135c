package org.gongshi.survey.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.templates.survey.Filled;

/**
 * Decodes {@code application/x-www-form-urlencoded} (URL Standard, section 5) strictly: the servlet container would turn a
 * half percent sign into an error of the server, and bytes that are no UTF-8 into question marks in somebody's remark.
 */
final class FormBody {
    private static final int MOST_FIELDS = 1000;

    private FormBody() {}

    static Filled parse(byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int from = 0;
        int count = 0;
        while (from < body.length) {
            int end = indexOf(body, '&', from, body.length);
            if (end > from) {
                if (++count > MOST_FIELDS) {
                    throw Strict.unreadable();
                }
                int equals = indexOf(body, '=', from, end);
                String name = decode(body, from, equals);
                String value = equals < end ? decode(body, equals + 1, end) : "";
                fields.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
            }
            from = end + 1;
        }
        return new Filled(fields);
    }

    private static String decode(byte[] body, int from, int to) {
        var bytes = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (body[i] == '+') {
                bytes.write(' ');
            } else if (body[i] == '%') {
                if (i + 2 >= to) {
                    throw Strict.unreadable();
                }
                bytes.write(hex(body[i + 1]) << 4 | hex(body[i + 2]));
                i += 2;
            } else {
                bytes.write(body[i]);
            }
        }
        return Strict.utf8(bytes.toByteArray());
    }

    private static int hex(byte digit) {
        int value = digit >= 0 ? Character.digit((char) digit, 16) : -1;
        if (value < 0) {
            throw Strict.unreadable();
        }
        return value;
    }

    private static int indexOf(byte[] body, char wanted, int from, int to) {
        int at = from;
        while (at < to && body[at] != wanted) {
            at++;
        }
        return at;
    }
}
