package org.gongshi.survey.round;

import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Stratum;

/** A stratum (层) as the fields {@code place}, {@code audience} and, where there is one, {@code stage} of an object. */
public final class StratumJson {
    private StratumJson() {}

    /** An object that begins with the stratum. */
    public static Json.ObjectBuilder of(Stratum stratum) {
        var object = Json.object()
                .put("place", stratum.place().value())
                .put("audience", stratum.audience().key());
        stratum.stage().ifPresent(stage -> object.put("stage", stage.key()));
        return object;
    }

    /** @throws RuntimeException when the fields are not what {@link #of} makes */
    public static Stratum read(Json.Obj object) {
        return new Stratum(
                new PlaceCode(text(object, "place")),
                Audience.ofKey(text(object, "audience")).orElseThrow(),
                object.field("stage")
                        .map(stage ->
                                SchoolStage.ofKey(((Json.Str) stage).value()).orElseThrow()));
    }

    private static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }
}
