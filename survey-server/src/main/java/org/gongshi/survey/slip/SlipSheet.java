package org.gongshi.survey.slip;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;

/**
 * What is printed at once (访问码条).
 *
 * @param kind what its codes are good for
 * @param place name of the place
 * @param baseUrl where the survey is reached from outside
 */
public record SlipSheet(
        String title,
        CodeKind kind,
        Audience audience,
        String place,
        Optional<SchoolStage> stage,
        URI baseUrl,
        List<Printing> printings) {
    public SlipSheet {
        Require.text(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(audience, "audience");
        Require.text(place, "place");
        Objects.requireNonNull(stage, "stage");
        Require.that(baseUrl.getHost() != null, "the base URL names a host: ", baseUrl);
        printings = List.copyOf(printings);
        Require.that(!printings.isEmpty(), "something is printed");
    }

    /**
     * One printing (一批).
     *
     * @param batch its number, by which it can be made void
     */
    public record Printing(int batch, List<AccessCode> codes) {
        public Printing {
            Require.that(batch >= 1, "batches count from 1");
            codes = List.copyOf(codes);
        }
    }

    /** How many codes there are. */
    public int codes() {
        return printings.stream().mapToInt(printing -> printing.codes().size()).sum();
    }

    /** The numbers of the printings: 3, or 3-22. */
    public String batches() {
        int first = printings.get(0).batch();
        int last = printings.get(printings.size() - 1).batch();
        return first == last ? "" + first : first + "-" + last;
    }

    /** The address to type. */
    public String address() {
        String base = baseUrl.toString();
        String plain = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return plain + (kind == CodeKind.TEACHER ? "/room/open" : "/survey/" + audience.key());
    }

    /** The address in the QR code: what stands behind # is never sent, so no log of any proxy sees the code. */
    public String link(AccessCode code) {
        return address() + "#" + code.value();
    }

    /** Whom it is for: 学生问卷 · 澄川市 · 初中. */
    public String about() {
        String about = audience.label() + "问卷 · " + place;
        return stageLabel().isEmpty() ? about : about + " · " + stageLabel();
    }

    /** Name of the school stage, or nothing. */
    public String stageLabel() {
        return stage.map(SchoolStage::label).orElse("");
    }
}
