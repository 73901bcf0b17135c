package org.gongshi.survey.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.SurveyRound;

/** The survey in the field (现场调查): codes for every school, then the answers of everybody who answers. */
public final class Fieldwork {
    private final LockedForms forms;
    private final List<InvitedSchool> sample;
    private final Simulation simulation;

    /**
     * @param drawn base weights by the record of the draw; none where the content has no record
     * @param seed the same seed gives the same people
     * @param generators a generator for a seed, always the same one
     */
    public Fieldwork(
            LockedForms forms,
            List<Population> populations,
            List<BaseWeight> drawn,
            long seed,
            LongFunction<RandomGenerator> generators) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.sample = SchoolSample.of(populations, drawn);
        this.simulation = new Simulation(seed, generators, forms.questionnaires());
    }

    /** Errands ready to be sent. */
    public record Prepared(List<Errand> errands, long codes) {
        public Prepared {
            errands = List.copyOf(errands);
        }

        /** People who answer. */
        public int people() {
            return errands.size();
        }
    }

    /** Prints a code for everybody invited and pairs it with what the person will send. */
    public Prepared prepare(SurveyRound survey) {
        List<MintedBatch> batches = survey.mint(sample.stream()
                .map(invited -> new MintOrder(invited.stratum(), invited.school(), invited.people()))
                .toList());
        List<Errand> errands = new ArrayList<>();
        Supplier<String> nonces = simulation.nonces();
        long codes = 0;
        for (int school = 0; school < sample.size(); school++) {
            InvitedSchool invited = sample.get(school);
            List<AccessCode> minted = batches.get(school).codes();
            codes += minted.size();
            List<Optional<Sheet>> people = simulation.people(invited);
            for (int person = 0; person < people.size(); person++) {
                String code = minted.get(person).printed();
                people.get(person)
                        .ifPresent(
                                sheet -> errands.add(new Errand(sheet, Optional.of(code), nonces.get(), nonces.get())));
            }
        }
        simulation
                .volunteers(sample)
                .forEach(sheet -> errands.add(new Errand(sheet, Optional.empty(), nonces.get(), nonces.get())));
        return new Prepared(errands, codes);
    }

    /**
     * Sends everything, in an order that mixes the schools.
     *
     * @param done is told after every person
     */
    public Counts send(Prepared prepared, URI server, RandomGenerator order, IntConsumer done) {
        Map<Audience, String> digests = new EnumMap<>(Audience.class);
        forms.questionnaires()
                .forEach((audience, questionnaire) ->
                        digests.put(audience, questionnaire.digest().toString()));
        List<Errand> mixed = new ArrayList<>(prepared.errands());
        for (int last = mixed.size() - 1; last > 0; last--) {
            Collections.swap(mixed, last, order.nextInt(last + 1));
        }
        return new Postman(server, digests).deliver(mixed, done);
    }
}
