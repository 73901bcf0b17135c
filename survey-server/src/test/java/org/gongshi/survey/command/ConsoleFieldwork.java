package org.gongshi.survey.command;

import java.net.URI;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.survey.demo.Fieldwork;

/** Some thousand invented people answer the survey of an {@link OfficeHouse} over HTTP. */
public final class ConsoleFieldwork {
    private ConsoleFieldwork() {}

    /** Prints all codes, opens the survey if it is not open yet, and sends everything. */
    public static void collect(OfficeHouse house, long seed) {
        collect(house, seed, stratum -> true);
    }

    /** The same without the strata of the frame that nobody asks. */
    public static void collect(OfficeHouse house, long seed, Predicate<Population> asked) {
        var folder = new SurveyFolder(house.content);
        var key = house.round.round();
        var fieldwork = new Fieldwork(
                folder.forms(key),
                folder.populations(key).stream().filter(asked).toList(),
                folder.baseWeights(key),
                seed,
                SplittableRandom::new);
        Fieldwork.Prepared prepared = fieldwork.prepare(house.round);
        if (house.round.record().opened().isEmpty()) {
            house.round.open();
        }
        fieldwork.send(prepared, URI.create(house.address()), new Random(seed), done -> {});
    }
}
