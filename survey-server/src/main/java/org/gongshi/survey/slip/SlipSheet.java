package org.gongshi.survey.slip;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;

/**
 * A printing of slips (一批访问码条).
 *
 * @param place name of the place
 * @param batch number of the printing, by which it can be made void
 * @param baseUrl where the survey is reached from outside
 */
public record SlipSheet(
        String title,
        Audience audience,
        String place,
        Optional<SchoolStage> stage,
        int batch,
        URI baseUrl,
        List<AccessCode> codes) {
    public SlipSheet {
        Require.text(title, "title");
        Objects.requireNonNull(audience, "audience");
        Require.text(place, "place");
        Objects.requireNonNull(stage, "stage");
        Require.that(batch >= 1, "batches count from 1");
        Require.that(baseUrl.getHost() != null, "the base URL names a host: " + baseUrl);
        codes = List.copyOf(codes);
    }

    /** The address to type. */
    public String address() {
        String base = baseUrl.toString();
        String plain = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return plain + "/survey/" + audience.key();
    }

    /** The address in the QR code: what stands behind # is never sent, so no log of any proxy sees the code. */
    public String link(AccessCode code) {
        return address() + "#" + code.value();
    }

    /** Name of the school stage, or nothing. */
    public String stageLabel() {
        return stage.map(SchoolStage::label).orElse("");
    }
}
