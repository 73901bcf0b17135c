package org.gongshi.survey.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.gongshi.survey.round.RoundFault;

/** Reads a field of a form that goes into a file (表单文字): one line without signs that nobody sees. */
final class FormText {
    private FormText() {}

    /** @return empty when nothing was typed @throws RoundFault when it is too long */
    static Optional<String> line(Visit visit, String field, int longest, Frames frames) {
        String text = visit.text(field)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\uFEFF]+", " ")
                .replace('\u3000', ' ')
                .strip();
        if (text.length() > longest) {
            throw new RoundFault(frames.words().say("form.text.long", longest));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static String required(Visit visit, String field, int longest, Frames frames, String missing) {
        return line(visit, field, longest, frames)
                .orElseThrow(() -> new RoundFault(frames.words().say(missing)));
    }

    /** @return empty when nothing was typed @throws RoundFault when it is no date */
    static Optional<LocalDate> date(Visit visit, String field, Frames frames) {
        String text = visit.text(field).strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException fault) {
            throw new RoundFault(frames.words().say("form.date.wrong", text));
        }
    }
}
