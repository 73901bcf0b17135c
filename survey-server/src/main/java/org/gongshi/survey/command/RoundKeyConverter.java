package org.gongshi.survey.command;

import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2025/990000}. */
final class RoundKeyConverter implements ITypeConverter<RoundKey> {
    @Override
    public RoundKey convert(String value) {
        if (!isKey(value)) {
            throw new TypeConversionException("应写成 年度/组织者代码，例如 2025/990000：" + value);
        }
        return key(value);
    }

    static boolean isKey(String value) {
        return value.matches("2[0-9]{3}/[0-9]{6}");
    }

    /** Of a text that is one. */
    static RoundKey key(String value) {
        String[] parts = value.split("/");
        return new RoundKey(new EvaluationYear(Integer.parseInt(parts[0])), new PlaceCode(parts[1]));
    }
}
