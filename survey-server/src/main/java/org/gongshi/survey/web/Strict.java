package org.gongshi.survey.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gongshi.templates.survey.NoticePage;

/** What a form may be made of (严格解码): bytes that are no UTF-8 are refused, never turned into question marks. */
final class Strict {
    private Strict() {}

    /** @throws Refusal 400 when the bytes are no UTF-8 */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException fault) {
            throw unreadable();
        }
    }

    static Refusal unreadable() {
        return new Refusal(400, NoticePage.Kind.UNREADABLE);
    }
}
