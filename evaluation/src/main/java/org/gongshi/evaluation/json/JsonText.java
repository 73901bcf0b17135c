package org.gongshi.evaluation.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Reads and writes JSON text. Reading is strict: UTF-8 only, no duplicate keys, no NaN, no comments, nothing after the
 * value, nesting up to 64. Writing is deterministic: the same value gives the same bytes on every machine.
 */
public final class JsonText {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_SCALE = 1000;
    private static final char REPLACEMENT = '\uFFFD';
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(16_000_000)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Reads one JSON value.
     *
     * @throws JsonFault when the bytes are not strict JSON in UTF-8
     */
    public static Json parse(byte[] utf8) {
        return parse(decode(utf8));
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonFault when the text is not strict JSON
     */
    public static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new JsonFault("empty text, a JSON value was expected", 1, 1);
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonFault("text after the JSON value", line(parser), column(parser));
            }
            return value;
        } catch (JacksonException fault) {
            var at = fault.getLocation();
            throw new JsonFault(
                    fault.getOriginalMessage(), at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
        }
    }

    /** One line, fields in their own order. */
    public static String compact(Json value) {
        return new String(write(value, false), StandardCharsets.UTF_8);
    }

    /** Indented by two spaces, lines end in LF, a line end after the value: for files that people may open. */
    public static byte[] pretty(Json value) {
        return write(value, true);
    }

    /** One line, fields sorted by name at every level: the form over which digests are taken. */
    public static byte[] canonical(Json value) {
        return write(sorted(value), false);
    }

    private static Json value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(text(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.NULL;
            default -> throw new JsonFault("unexpected " + token, line(parser), column(parser));
        };
    }

    /** A short text may name a number of a billion digits, which nobody could write out again. */
    private static Json number(JsonParser parser) {
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) <= MAX_SCALE) {
                return new Json.Num(number);
            }
        } catch (NumberFormatException beyond) {
            // The library's own limit, which is the same fault.
            throw new JsonFault("a number beyond all measure", line(parser), column(parser));
        }
        throw new JsonFault("a number beyond all measure", line(parser), column(parser));
    }

    private static String text(JsonParser parser) {
        return whole(parser.getString(), parser);
    }

    private static String whole(String text, JsonParser parser) {
        // A lone surrogate is no character: it could be stored but never written again as UTF-8.
        if (hasLoneSurrogate(text)) {
            throw new JsonFault("a text holds half a surrogate pair", line(parser), column(parser));
        }
        return text;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static Json object(JsonParser parser) {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            fields.put(whole(name, parser), value(parser));
        }
        return new Json.Obj(fields);
    }

    private static Json array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(items);
    }

    private static Json sorted(Json value) {
        if (value instanceof Json.Obj object) {
            Map<String, Json> fields = new TreeMap<>();
            object.fields().forEach((name, field) -> fields.put(name, sorted(field)));
            return new Json.Obj(fields);
        }
        if (value instanceof Json.Arr array) {
            return new Json.Arr(array.items().stream().map(JsonText::sorted).toList());
        }
        return value;
    }

    private static byte[] write(Json value, boolean indented) {
        var bytes = new ByteArrayOutputStream();
        var context = indented ? new Indented() : ObjectWriteContext.empty();
        try (JsonGenerator generator = FACTORY.createGenerator(context, (OutputStream) bytes)) {
            write(value, generator);
        }
        if (indented) {
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(Json value, JsonGenerator generator) {
        if (value instanceof Json.Obj object) {
            generator.writeStartObject();
            object.fields().forEach((name, field) -> {
                generator.writeName(name);
                write(field, generator);
            });
            generator.writeEndObject();
        } else if (value instanceof Json.Arr array) {
            generator.writeStartArray();
            array.items().forEach(item -> write(item, generator));
            generator.writeEndArray();
        } else if (value instanceof Json.Str text) {
            generator.writeString(text.value());
        } else if (value instanceof Json.Num number) {
            generator.writeNumber(number.value());
        } else if (value instanceof Json.Bool bool) {
            generator.writeBoolean(bool.value());
        } else {
            generator.writeNull();
        }
    }

    private static String decode(byte[] utf8) {
        // What stands for broken bytes is hardly ever meant: the strict reading is needed where it occurs only.
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(utf8);
    }

    private static String decodeStrictly(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException fault) {
            throw new JsonFault("not UTF-8", 0, 0);
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static int column(JsonParser parser) {
        return parser.currentTokenLocation().getColumnNr();
    }

    /** Jackson asks the context for its printer; ours uses LF on every system. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            var indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        }
    }
}
