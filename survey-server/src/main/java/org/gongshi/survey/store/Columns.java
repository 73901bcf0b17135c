package org.gongshi.survey.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Stratum;

/** How values stand in columns, and their bytes for the row seals. */
final class Columns {
    private Columns() {}

    static String stage(Optional<SchoolStage> stage) {
        return stage.map(SchoolStage::key).orElse("");
    }

    static Stratum stratum(String place, String audience, String stage) {
        return new Stratum(
                new PlaceCode(place),
                Audience.ofKey(audience).orElseThrow(),
                stage.isEmpty()
                        ? Optional.empty()
                        : Optional.of(SchoolStage.ofKey(stage).orElseThrow()));
    }

    static String flags(Set<QualityFlag> flags) {
        return flags.stream().sorted().map(QualityFlag::key).collect(Collectors.joining(","));
    }

    static Set<QualityFlag> flags(String text) {
        Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
        if (!text.isEmpty()) {
            Arrays.stream(text.split(","))
                    .forEach(key -> flags.add(QualityFlag.ofKey(key).orElseThrow()));
        }
        return flags;
    }

    static byte[] bytes(String text) {
        // A flipped bit can turn a text into NULL; the seal tells it from every text.
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
